import type { Place } from './document.ts';

/** What a structure reader finds, still in plain text and before duties and dates are read. */
export interface RawProblem {
  readonly no: number | undefined;
  readonly aspect: string | null;
  text: string;
  example: string | null;
  readonly place: Place;
}

export interface RawMeasure {
  title: string;
  text: string;
  /** The problems above it; empty where the paper keeps problems and measures apart. */
  readonly problems: RawProblem[];
  owner: string | null;
  lead: string | null;
  department: string | null;
  deadline: string | null;
  evidence: string | null;
  closed: boolean;
  /** From general requirements, rules or recommendations: counts only if it holds a duty. */
  readonly onlyWithDuty: boolean;
  /** Words that belong to it but hold no duty, such as the topics of a year's meetings. */
  readonly appendix: string | null;
  readonly place: Place;
}

export interface Findings {
  readonly problems: RawProblem[];
  readonly causes: { readonly text: string; readonly place: Place }[];
  readonly measures: RawMeasure[];
  /** What a table's own numbers (A1, B2) stand for, when a later table speaks of them. */
  readonly coded: Map<string, { readonly problems: RawProblem[]; readonly measures: RawMeasure[] }>;
}

export function noFindings(): Findings {
  return { problems: [], causes: [], measures: [], coded: new Map() };
}

export function rawMeasure(text: string, place: Place, given: Partial<RawMeasure> = {}): RawMeasure {
  const measure = {
    title: '',
    problems: [],
    owner: null,
    lead: null,
    department: null,
    deadline: null,
    evidence: null,
    closed: false,
    onlyWithDuty: false,
    appendix: null,
  };
  return { ...measure, ...given, text, place };
}

/** The first sentence without its mark. */
export function sentenceOf(text: string): string {
  return /^[^。；！？\n]*/
    .exec(text)![0]
    .replace(/^(?:[一二三四五六七八九十]是[，、]?|首先[，、]?|第一[，、])/, '')
    .replace(/[：，、\s]+$/, '');
}

/** The first sentence, short enough for a title. */
export function headOf(text: string): string {
  const head = sentenceOf(text);
  return head.length <= 40 ? head : (/^[^，：]*/.exec(head)![0].slice(0, 40) ?? head.slice(0, 40));
}

const QUOTED =
  /^(?:关于)?(?:在)?(?:[^“”]{0,12})?“(?<text>[^”]{3,80})”(?:等)?(?:方面)?(?:的)?(?:问题|整改)(?![^。；：，（\s]*(?:不|未|没|仍|差))/;
const ABOUT =
  /^(?:关于|针对|对于|对|就)(?<text>[^。；：]{3,80}?)(?:等)?(?:方面)?的?(?:问题|整改(?:工作|措施)?)(?:[。；：，]|$|（|\s)/;
// 持续整改…问题, 着力解决…问题 as a heading names what is wrong.
const MENDED =
  /^(?:(?:持续|深入|着力|切实|坚决|全面|重点|扎实)*(?:整改|解决|整治|纠治|纠正|破解|治理|聚焦|针对))(?:好)?(?<text>[^。；，：]{4,60}?)(?:方面)?的?问题$/;
const EXAMPLE =
  /(?:比如|例如|譬如|如[：:，]|如(?!果|何|期|实|下|此|是|同|意|数)|举例来说|具体表现(?:为|在)|主要表现(?:为|在))[，：:]?(?<text>[^。；]*)/;

const OWNED = /^(?:我|本人)(?:还|也|仍)?(?:存在|有)(?:着)?(?<text>[^，。；]{3,40}?)的(?:问题|现象|倾向)(?=[，。；]|$)/;

/** What a heading says is to be mended. */
export function mendedIn(text: string): string | undefined {
  return MENDED.exec(sentenceOf(text))?.groups?.text;
}

/** A problem's own words: what stands in the quotation marks, between 关于 and 的问题, or the first sentence. */
export function problemText(text: string): string {
  const plain = text.replace(/^[\s：]+/, '');
  const quoted = QUOTED.exec(plain)?.groups?.text;
  if (quoted && (quoted.length >= 6 || /^(?:关于|针对[^“]{0,12})?“/.test(plain))) return quoted;
  const about = ABOUT.exec(plain)?.groups?.text;
  if (about) return about.replace(/^[“]|[”]$/g, '');
  const mended = mendedIn(plain);
  if (mended) return mended;
  const owned = OWNED.exec(plain)?.groups?.text;
  if (owned) return owned;
  const head = /^[^。；！？\n]*/.exec(plain)![0].replace(/[：，、\s]+$/, '');
  const before = head.replace(/[，,](?:如|比如|例如|譬如)(?!果|何|期|实|下|此).*$/, '');
  return before.replace(/^“([^”]*)”$/, '$1') || plain;
}

/** What stands after 如, 比如, 例如, or after the problem's first sentence. */
export function exampleOf(text: string): string | null {
  const example = EXAMPLE.exec(text)?.groups?.text?.replace(/^[，：:]|[，\s]+$/g, '');
  if (example) return example;
  const rest = text.replace(/^[^。；！？\n]*[。；！？\n]?/, '').trim();
  return rest || null;
}
