import type { Line } from '../lines.ts';
import { numberOf } from '../plain.ts';
import type { Header } from './index.ts';

const N = '[\\d一二三四五六七八九十百]+';

/** The counts that a paper claims: 3个方面19个具体问题. */
export function claimedIn(lines: readonly Line[]): Header['claimed'] {
  let claimed: Header['claimed'] = { aspects: null, problems: null, measures: null };
  for (const { plain } of lines) {
    const aspects = new RegExp(`(${N})个(?:方面|大方面|大类)`).exec(plain);
    const problems = new RegExp(`(?<![第前后])(${N})(?:个|项|条)(?:具体|主要|突出|方面的?|反馈)?(?:的)?问题`).exec(
      plain,
    );
    const measures = new RegExp(`(${N})(?:条|项|个)(?:具体|整改)?(?:整改)?(?:措施|任务)`).exec(plain);
    claimed = {
      aspects: claimed.aspects ?? (aspects && problems ? numberOf(aspects[1]!) : null),
      problems:
        claimed.problems ??
        (problems && (aspects || /反馈|指出|梳理|查摆|共|存在/.test(plain)) ? numberOf(problems[1]!) : null),
      measures:
        claimed.measures ??
        (measures && /共|制定|提出|细化|明确|形成|问题/.test(plain) ? numberOf(measures[1]!) : null),
    };
  }
  return claimed;
}
