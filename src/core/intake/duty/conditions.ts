import { cadencesIn } from '../cadence.ts';
import type { FoundDuty } from './context.ts';

// 凡5万元以上支出， · 发现苗头性问题的， · 新入职人员上岗前，: a case, told in a clause of its own.
const CASE =
  /^(?:今后|此后|以后)?(?:凡(?:是)?|如(?!何|实|期)|若|一旦|每?[遇逢](?:有|到)?|发现|对发现|单笔|单项)[^，]{2,}$|^[^，]{3,}(?:以上支出|以上项目|情形|的)$|^[^，]{3,20}[^以之月日年底天周][前后时]$/;
// The same with what is then done in one clause: 凡新进耗材必须经委员会论证, 外业作业前必须交底, 遇到暴雨要上门查看.
const ORDERS =
  '(?=必须|须|一律|应当?|都?要|均|由|先|当[天日场]|及时|立即|即时|第一时间|不得|\\d+个?(?:小时|日|天|工作日)内)';
const WITHIN = [
  new RegExp(
    `^(?:今后|此后)?(?<event>(?:凡(?:是)?|如(?!何|实|期)|若|一旦|每?[遇逢](?:有|到)?|发现)[^，]{2,24}?)${ORDERS}`,
  ),
  new RegExp(`^(?<event>[^，\\d]{2,16}(?<![以之月日年底天周次])[前后时])${ORDERS}`),
  /^(?<event>[^，]{4,24}的)(?=由|必须|须|一律|及时|立即|限期|予以)/,
];

const DAY = /\d月|\d[日号]前|[年月]底/;

/** A clause that orders something for a case. */
export function ordersInCase(clauses: readonly string[], at: number): boolean {
  const clause = clauses[at]!;
  const ordered = /^(?:必须|须|一律|应当?|都?要|均|由|先)/.test(clause) && at > 0 && CASE.test(clauses[at - 1]!);
  return !/不得|不准|严禁/.test(clause) && (ordered || WITHIN.some((form) => form.test(clause)));
}

/** A duty for a case that may come or not, any number of times, is due when it comes: no day is set for it. */
export function inCase(duty: FoundDuty, clauses: readonly string[], at: number): FoundDuty {
  const clause = clauses[at];
  if (clause === undefined || duty.event || duty.times || cadencesIn(clause).length || DAY.test(clause)) return duty;
  const own = WITHIN.map((form) => form.exec(clause)?.groups?.event).find(Boolean);
  const ahead = at > 0 && CASE.test(clauses[at - 1]!) && !cadencesIn(clauses[at - 1]!).length ? clauses[at - 1]! : '';
  const event = own ?? ahead;
  if (!event) return duty;
  const text = !own && duty.text.startsWith(clause) ? `${ahead}，${duty.text}` : duty.text;
  const { openDeadline: _, ...rest } = duty;
  return { ...rest, text, event: event.replace(/^(?:今后|此后|以后)/, ''), schedule: null, origin: 'text' };
}
