import type { SensitiveSpan } from './contract.ts';
import { normalize } from './normalize.ts';

// The check digit is not asked for: a mistyped number of a person is still one.
const PATTERNS: readonly (readonly [SensitiveSpan['kind'], RegExp])[] = [
  ['id-number', /(?<!\d)[1-9]\d{5} ?(?:1[89]|20)\d{2} ?(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) ?\d{3}[\dx](?!\d)/g],
  ['id-number', /(?<!\d)[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)/g],
  ['phone', /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g],
  ['phone', /(?<!\d)0\d{2,3}[- ]\d{7,8}(?!\d)/g],
  [
    'case',
    /(?:问题|举报|案件|信访|违纪|违法|腐败|涉嫌|反映)线索|线索(?:移交|处置|核查|排查|来源|反映)|举报信?|被举报|匿名信|信访件|立案|留置|双规|初步核实|初核|函询|谈话函询|涉嫌|受贿|行贿|贪污|挪用公款|被查处?|审查调查|办案|案情|涉案|案子|(?:收到|转来|移交|交来|发现|有)[^,。;寻亲走失]{0,4}线索/g,
  ],
  [
    'classified',
    /绝密|机密(?!码)|(?<!公开的|小)秘密(?!书)|涉密(?!人员管理|教育|载体管理)|密级|不得外传|不宜公开|内部资料|密件|密电|机要件|★/g,
  ],
];

/** Spans that must not go to logs, groups or exports as they are (issue 4). Offsets are of the original text. */
export function sensitiveIn(text: string): readonly SensitiveSpan[] {
  const normal = normalize(text);
  const found: SensitiveSpan[] = [];
  for (const [kind, pattern] of PATTERNS) {
    for (const m of normal.text.matchAll(pattern)) {
      const span = { kind, from: normal.originAt(m.index), to: normal.originAt(m.index + m[0].length) };
      if (!found.some((f) => span.from < f.to && f.from < span.to)) found.push(span);
    }
  }
  return found.sort((a, b) => a.from - b.from);
}
