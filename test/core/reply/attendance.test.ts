import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attendanceIn } from '../../../src/core/reply/attendance.ts';
import { normalize } from '../../../src/core/reply/normalize.ts';

type Row = readonly [text: string, expected: number | null, present: number | null, away?: number];

const gathering: readonly Row[] = [
  ['四位班子成员都到了', 4, 4],
  ['三名委员全到', 3, 3],
  ['支委会三人到齐，议了评议的事', 3, 3],
  ['支部23名党员全部参加了大会', 23, 23],
  ['我、李秀、何平三个都在', 3, 3],
  ['八个人到了七个，老周腿疼没来', 8, 7],
  ['八个老同志来了六个', 8, 6],
  ['23名党员到会21名', 23, 21],
  ['到了六个人', null, 6],
  ['来了六个，两个住院的没来', null, 6],
  ['听课的28人', null, 28],
  ['党日活动到了32个，请假3个', null, 32],
  ['到会5人，列席1人', null, 5],
  ['5人应到4人实到', 5, 4],
  ['23人应到、21人实到', 23, 21],
  ['应到党员23名，实到20名', 23, 20],
  ['应到会党员二十三人，实到二十人', 23, 20],
  ['实到19（应到23）', 23, 19],
  // What follows from what is said.
  ['应到四人，病假一个，其余都到了', 4, 3],
  ['应到23，3人请假', 23, 20],
  ['应到四人，全部到齐', 4, 4],
  ['应到5人，其余都来了', 5, 4, 1],
  // Of those who are left all came: how many there are is not said.
  ['王局请假，其余三人都到了', null, 3, 1],
  ['张局、王局、陈局三位都到了', null, 3, 1],
  ['两位副局长在，王局请假', null, 2, 1],
  // The figure that was wrong is none.
  ['实到人数应为19人，不是20人', null, 19],
  ['实到是20人，不是21人', null, 20],
  ['不是20人，是19人', null, 19],
  ['应该是18个人到的', null, 18],
  // No exact figure.
  ['台下坐了三十来号人', null, null],
  ['到了20多个人', null, null],
  ['近30人参加', null, null],
  ['一个不落全到了', null, null],
  ['到会率百分之九十，21比23', null, null],
  ['到了三个点', null, null],
  ['8个人跑了3个点', null, null],
  // Figures that deny each other.
  ['应到20人，实到21人', null, null],
  ['all 3 present', 3, 3],
  ['all four leaders attended', 4, 4],
  ['17 of 19 turned up', 19, 17],
  ['12 of us went', null, 12],
  ['everyone there except he ping', null, null],
];

const named = (rows: readonly Row[]) =>
  rows.map(([text, expected, present, away = 0]) => ({ text, expected, present, away }));

test.each(named(gathering))('$text: $expected should come, $present came', ({ text, expected, present, away }) =>
  expect(attendanceIn(normalize(text).text, { gathering: true, away })).toEqual({ expected, present }),
);

test.each(
  named([
    ['来了六个', null, null],
    ['三个都去了', null, null],
    ['应到23人，实到20人', 23, 20],
  ]),
)('$text, where nobody comes together: $expected should come, $present came', ({ text, expected, present }) =>
  expect(attendanceIn(normalize(text).text, { gathering: false, away: 0 })).toEqual({ expected, present }),
);

test('never do more come than there are', () => {
  const number = fc.oneof(fc.integer({ min: 0, max: 999 }).map(String), fc.constantFrom('三', '十二', '俩', 'four'));
  const word = fc.constantFrom(
    '应到',
    '实到',
    '到了',
    '请假',
    '人',
    '个',
    '名委员',
    '都到了',
    '其余都到了',
    '，',
    ' of ',
    ' attended',
    '到齐',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(number, word), { maxLength: 12 }),
      fc.nat(5),
      fc.boolean(),
      (words, away, gathering) => {
        const { expected, present } = attendanceIn(normalize(words.join('')).text, { gathering, away });
        expect(expected === null || present === null || present <= expected).toBe(true);
        expect(present === null || present >= 0).toBe(true);
      },
    ),
    { numRuns: 1000 },
  );
});
