import type { CastTogether } from './cast-together.ts';
import type { DepartmentsTogether } from './departments-together.ts';
import { freeId } from './free-id.ts';
import type { DutyShape, MeasureShape, PlanParts } from './plan-parts.ts';

/** What goes on keeps its id and whatever the office set; the rest gets ids that nothing had. */
export function measuresTogether(
  fresh: readonly MeasureShape[],
  { own, before }: { readonly own: readonly MeasureShape[]; readonly before: PlanParts },
  cast: CastTogether,
  departments: DepartmentsTogether,
): readonly MeasureShape[] {
  const old = [...own];
  const taken = new Set(before.measures.flatMap(({ id, duties }) => [id, ...(duties ?? []).map((duty) => duty.id)]));
  return fresh.map((measure) => {
    const at = old.findIndex(
      (one) => isSame(one.title, measure.title) || (one.text && measure.text && isSame(one.text, measure.text)),
    );
    const same = at < 0 ? undefined : old.splice(at, 1)[0];
    const id = same?.id ?? freeId(measure.id, taken);
    taken.add(id);
    const { lead, department, duties, ...rest } = measure;
    const {
      lead: _l,
      department: _d,
      deadline: _u,
      then: _t,
      problems: _p,
      duties: oldDuties = [],
      ...set
    } = same ?? { duties: [] };
    const place = departments.idOf(department);
    return {
      ...set,
      ...rest,
      id,
      ...(lead ? { lead: cast.idOf(lead)! } : {}),
      ...(place ? { department: place } : {}),
      ...(duties ? { duties: dutiesTogether(duties, oldDuties, taken, cast) } : {}),
    };
  });
}

function dutiesTogether(
  fresh: readonly DutyShape[],
  before: readonly DutyShape[],
  taken: Set<string>,
  cast: CastTogether,
): DutyShape[] {
  const old = [...before];
  return fresh.map((duty) => {
    const at = old.findIndex((one) => one.kind === duty.kind && isSame(one.title, duty.title));
    const same = at < 0 ? undefined : old.splice(at, 1)[0];
    const id = same?.id ?? freeId(duty.id, taken);
    taken.add(id);
    const { schedule: _s, quota: _q, who: _w, with: _o, origin: _r, ...set } = same ?? {};
    const selected = (list: readonly string[] | undefined) => list?.map((one) => selector(one, cast));
    const { who, with: others, ...rest } = duty;
    return {
      ...set,
      ...rest,
      id,
      ...(who ? { who: selected(who)! } : {}),
      ...(others ? { with: selected(others)! } : {}),
    };
  });
}

function selector(one: string, cast: CastTogether): string {
  if (one.startsWith('post:')) return `post:${cast.postOf(one.slice('post:'.length))}`;
  return one.includes(':') ? one : (cast.idOf(one) ?? one);
}

const bare = (text: string): string => text.replace(/[\s，。；、：“”"'()（）;,.]/g, '');

export function isSame(a: string, b: string): boolean {
  return bare(a) === bare(b);
}
