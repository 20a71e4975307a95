import { noChanges, type OfficeChanges } from '../core/office-changes.ts';
import type { ThreadState, World } from './ports.ts';

/** Fields of the organization's own state that hold what was changed in chat, each as JSON. */
const fields = [
  'years',
  'daysOff',
  'workDays',
  'away',
  'returned',
  'closeOuts',
  'digests',
] as const satisfies readonly (keyof OfficeChanges)[];

export function changesIn(state: ThreadState): OfficeChanges {
  const told = fields.flatMap((field) => {
    const text = state[field];
    return typeof text === 'string' ? [[field, JSON.parse(text)]] : [];
  });
  return { ...noChanges, ...Object.fromEntries(told) };
}

/** The same changes give the same text: whoever holds a plan sees by it whether they are the ones it was read with. */
export function textOfChanges(state: ThreadState): string {
  return JSON.stringify(fields.map((field) => state[field] ?? ''));
}

/** What one command changes, to be written with it: nothing is lost if something else is written meanwhile. */
export async function changed(
  world: World,
  org: string,
  change: (before: OfficeChanges) => Partial<OfficeChanges>,
): Promise<{ readonly heads: { readonly org: number }; readonly states: { readonly org: ThreadState } }> {
  const { head, state } = await world.store.ledger.head(org, 'org');
  const after = Object.entries(change(changesIn(state))).map(([field, value]) => [field, JSON.stringify(value)]);
  return { heads: { org: head }, states: { org: { ...state, ...Object.fromEntries(after) } } };
}
