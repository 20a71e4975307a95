import { columnOf, type Label, labelOfName } from './labels.ts';
import type { Grid, Line } from './lines.ts';

interface List {
  readonly label: Label;
  readonly items: Map<string, Line>;
}

// What a table's head calls each kind of list.
const HEADS: Partial<Record<Label, string>> = {
  problem: '问题',
  example: '具体表现',
  measure: '整改措施',
  lead: '责任领导',
  department: '责任单位',
  owner: '责任人',
  deadline: '整改时限',
  evidence: '佐证材料',
  progress: '进展情况',
};

/** Lists that go by the same numbers (问题清单 A1, 任务清单 A1, 责任清单 A1) as the table that they are written down from. */
export function listsAsTable(lines: readonly Line[]): Grid | undefined {
  const lists = listsIn(lines);
  const problems = lists.find(({ label }) => label === 'problem');
  const rest = lists.filter((list) => list !== problems && problems && shares(list, problems));
  const labels = new Set(rest.map(({ label }) => label));
  if (!problems || !labels.has('measure') || labels.size < 2) return undefined;
  const columns = [problems, ...rest];
  const place = lines[0]!.place;
  const cell = (plain: string, line?: Line): Line => ({ words: plain, plain, place: line?.place ?? place });
  const head = [cell('序号'), ...columns.map(({ label }) => cell(HEADS[label]!))];
  const rows = [...problems.items].map(([key, line], i) => [
    cell(String(i + 1), line),
    ...columns.map(({ items }) => cell(items.get(key)?.plain ?? '', line)),
  ]);
  return { rows: [head, ...rows] };
}

function listsIn(lines: readonly Line[]): readonly List[] {
  const lists: List[] = [];
  let last: string | undefined;
  for (const line of lines) {
    const label = headOfList(line);
    const key = line.mark && !label ? `${line.mark.sign ?? line.mark.level}|${line.mark.number}` : undefined;
    const list = lists.at(-1);
    if (label) lists.push({ label, items: new Map() });
    else if (key && list) list.items.set(key, { ...line, plain: line.mark!.rest });
    else if (list && last && list.items.has(last) && /[。；]$/.test(line.plain))
      list.items.set(last, { ...line, plain: `${list.items.get(last)!.plain}\n${line.plain}` });
    last = label ? undefined : (key ?? last);
  }
  return lists;
}

function headOfList({ mark, plain }: Line): Label | undefined {
  const words = (mark?.rest ?? plain).replace(/[：。]$/, '');
  if (words.length > 12 || /[，。；：、]/.test(words)) return undefined;
  const name = words.replace(/(?:清单|一览表?|明细)$/, '');
  const bracketed = mark?.sign === '【】';
  if (name === words && mark && mark.level > 2 && !bracketed) return undefined;
  const label = columnOf(words) ?? columnOf(name) ?? (name === words && !bracketed ? undefined : labelOfName(name));
  return label && HEADS[label] ? label : undefined;
}

function shares({ items }: List, { items: others }: List): boolean {
  const common = [...items.keys()].filter((key) => others.has(key)).length;
  return common >= 2 && common * 2 > items.size;
}
