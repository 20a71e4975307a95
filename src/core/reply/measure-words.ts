/** What of a measure somebody wants to see beside its card. */
export type MeasurePart = 'duties' | 'evidence' | 'steps';

const parts: Readonly<Record<MeasurePart, RegExp>> = {
  evidence: /[\s的]*(佐证(材料)?|证据|材料|evidence)$/iu,
  duties: /[\s的]*(期次|办理(情况)?|登记|记录|事项|duties|records?)$/iu,
  steps: /[\s的]*(经过|审核|销号(经过)?|验收|steps|history)$/iu,
};

/** `3 佐证`, `措施3的佐证`, `3 evidence`: the measure's name and the part of it. */
export function readMeasurePart(words: string): { readonly name: string; readonly part?: MeasurePart } {
  const text = words.trim();
  for (const part of ['evidence', 'duties', 'steps'] as const) {
    const name = text.replace(parts[part], '');
    if (name !== text && name !== '') return { name: name.trim(), part };
  }
  return { name: text };
}
