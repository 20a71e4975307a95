import { describe, expect, test } from 'vitest';
import { readReply, sensitiveIn } from '../../../src/core/reply/index.ts';
import { scene } from './office.ts';

const found = (text: string): readonly string[] =>
  sensitiveIn(text).map((s) => `${s.kind}: ${text.slice(s.from, s.to)}`);

describe('sensitive content, by place in the text as typed', () => {
  test.each([
    ['他的身份证是11010519491231002X，请登记', ['id-number: 11010519491231002X']],
    ['电话１３８００１３８０００', ['phone: １３８００１３８０００']],
    ['打138-0013-8000找他', ['phone: 138-0013-8000']],
    ['座机0571-88123456', ['phone: 0571-88123456']],
    ['谈话中反映了一条问题线索', ['case: 问题线索']],
    ['有个案子的线索要转纪委', ['case: 有个案子的线索']],
    ['昨天收到一条线索', ['case: 收到一条线索']],
    ['收到一条寻亲线索', []],
    ['他被举报了，纪委已立案', ['case: 被举报', 'case: 立案']],
    ['按机密文件要求学习', ['classified: 机密']],
    ['👍👍他手机13800138000', ['phone: 13800138000']],
    ['今天谈了40分钟，应到23实到21', []],
    ['文号某民发〔2026〕12号', []],
    ['秘书把材料交了', []],
    ['2026年3月25日已完成', []],
  ])('%s', (text, wanted) => {
    expect(found(text)).toEqual(wanted);
  });
});

describe('a line is evidence too', () => {
  test.each([
    ['党员大会开了，纪要存办公室3号柜', 'place', '纪要存办公室3号柜'],
    ['记录放在档案室', 'place', '记录放在档案室'],
    ['已报送，文号某民发〔2026〕12号', 'document-number', '文号某民发〔2026〕12号'],
  ])('%s', (text, kind, line) => {
    expect(readReply(text, scene()).evidence).toContainEqual({ kind, text: line });
  });
  test('a plan to file is none', () => expect(readReply('纪要准备存办公室3号柜', scene()).evidence).toEqual([]));
});

describe('who was away', () => {
  test.each([
    ['党员大会开了，应到23实到21，王德发出差、刘敏病假', ['wangd 出差', 'liu 病假']],
    ['开完了，老孙值班没来', ['sun 值班']],
    ['开了，小刘请假', ['liu 请假']],
    ['开了，除赵建军外都到了', ['zhao null']],
    ['开了，无人请假', []],
  ])('%s', (text, wanted) => {
    const reading = readReply(text, scene());
    expect(reading.intent).toBe('done');
    expect(reading.absent.map((a) => `${a.person ?? a.name} ${a.reason}`)).toEqual(wanted);
    expect(reading.people).not.toContain('liu');
  });
});

describe('days', () => {
  test.each([
    ['2026-03-26 00:20', '昨晚开的', '2026-03-25'],
    ['2026-03-26 00:20', '刚开完', '2026-03-26'],
    ['2026-04-02 09:00', '上周三开了', '2026-03-25'],
    ['2026-01-02 09:00', '12月30日开了', '2025-12-30'],
    ['2026-03-01 09:00', '28号开了', '2026-02-28'],
    ['2026-03-01 09:00', '31号开了', '2026-01-31'],
    ['2026-03-25 10:00', '周五开了', '2026-03-20'],
    ['2026-03-25 10:00', '本周一开了', '2026-03-23'],
    ['2026-03-25 10:00', '上上周五开了', '2026-03-13'],
    ['2026-03-25 10:00', '去年12月5日开了', '2025-12-05'],
    ['2026-03-25 10:00', '前几天开了', null],
    ['2026-03-25 10:00', '三季度的会前天补开了', '2026-03-23'],
  ])('%s: %s', (at, text, date) => {
    expect(readReply(text, scene({ at }))).toMatchObject({ intent: 'done', date });
  });
});
