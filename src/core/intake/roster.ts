import type { Place, PlainDocument } from './document.ts';
import type { DraftPerson } from './draft.ts';
import { isGrid, type Line, partsOf } from './lines.ts';
import { markOf } from './numbering.ts';
import { looksLikeName } from './people.ts';

const HEADS: readonly (readonly ['name' | 'post' | 'department', RegExp])[] = [
  ['name', /^(?:姓名|名字|人员|人员姓名)$/],
  ['post', /^(?:职务|岗位|职位|职级|职务职级|现任职务)$/],
  ['department', /^(?:科室|股室|部门|单位|所在(?:科室|部门|单位)|所属(?:科室|部门))$/],
];

/** The people of a roster: a table with 姓名 and 职务, or one person a line, name first or post first. */
export function rosterOf(document: PlainDocument): readonly DraftPerson[] {
  const tables = partsOf(document).flatMap((part) => (isGrid(part) ? fromRows(part.rows) : []));
  const people = tables.length ? tables : linesOf(document).flatMap(({ text, place }) => fromLine(text, place) ?? []);
  return [...new Map(people.map((person) => [`${person.name}|${person.post}`, person])).values()];
}

function fromRows(rows: readonly (readonly Line[])[]): readonly DraftPerson[] {
  const at = rows.findIndex((row) => row.some((cell) => HEADS[0]![1].test(flat(cell))));
  // Without a head the columns are told apart as the words of a line are.
  if (at < 0) return rows.flatMap((row) => person(row.map(flat).filter(Boolean), row[0]!.place) ?? []);
  const column = (key: string): number =>
    rows[at]!.findIndex((cell) => HEADS.some(([name, form]) => name === key && form.test(flat(cell))));
  const [name, post, department] = [column('name'), column('post'), column('department')];
  return rows.slice(at + 1).flatMap((row) => {
    const text = (i: number): string | null => (i < 0 ? null : flat(row[i]) || null);
    const own = text(name);
    return own && isName(own)
      ? [{ name: own, post: text(post), department: text(department), place: row[0]!.place }]
      : [];
  });
}

function flat(cell: Line | undefined): string {
  return (cell?.words ?? '').replace(/\s|\u3000/g, '');
}

// The spaces of a roster separate, so its lines are read as they were typed.
function linesOf({ blocks }: PlainDocument): readonly { readonly text: string; readonly place: Place }[] {
  return blocks.flatMap((block, i) =>
    block.kind === 'paragraph' ? block.text.split('\n').map((text) => ({ text, place: { paragraph: i + 1 } })) : [],
  );
}

function fromLine(line: string, place: Place): readonly DraftPerson[] | undefined {
  const text = (markOf(line.trim())?.rest ?? line).replace(/[（(]/g, ' ').replace(/[）)。；]/g, ' ');
  const found = person(text.split(/[\s\u3000，,：:—\-|｜/]+/).filter(Boolean), place);
  return found ? [found] : undefined;
}

function person(words: readonly string[], place: Place): DraftPerson | undefined {
  // 领导班子, 联系电话 head what stands below: who bears no surname that is known is somebody only beside a post.
  const named = words.find((word) => looksLikeName(word) && !isPost(word));
  const name = named ?? (words.some(isPost) ? words.find((word) => isName(word) && !isPost(word)) : undefined);
  if (!name) return undefined;
  const rest = words.filter((word) => word !== name && !/^\d+$/.test(word));
  const post = rest.find(isPost) ?? rest[0] ?? null;
  return {
    name,
    post,
    department: rest.find((word) => word !== post && /[股科处室所站办队]$/.test(word)) ?? null,
    place,
  };
}

function isName(word: string): boolean {
  return /^[\u4e00-\u9fff]{2,4}$/.test(word) || /^[\u4e00-\u9fff][某Xx×*]{1,2}$/.test(word);
}

function isPost(word: string): boolean {
  return /(?:书记|局长|院长|校长|镇长|乡长|主任|科长|股长|处长|站长|所长|馆长|成员|委员|秘书|干事|会计|出纳|科员|组长|负责人|助理|调研员|股|科|室|办|职务|姓名)$/.test(
    word,
  );
}
