import { phrase } from '../../core/phrase.ts';
import { textOf } from '../adopt-plan.ts';
import type { World } from '../ports.ts';

/** The organization that a bot without a plan keeps for whoever claims it; it has no measure, so nothing runs. */
const ORG = 'office';
/** Whoever claimed it, until she says who she is. */
export const CLAIMANT = 'office-secretary';

/** Makes the organization of a secretary yet to come, so that she can claim it and send the paper. Twice is as once. */
export async function provisionalOffice({ store, clock, say }: Pick<World, 'store' | 'clock' | 'say'>): Promise<void> {
  const plan = {
    organization: { id: ORG, name: say(phrase('drafting-provisional-office'), 'zh') },
    people: [{ id: CLAIMANT, name: say(phrase('drafting-provisional-person'), 'zh'), roles: ['secretary'] }],
    measures: [],
  };
  const text = textOf([{ path: 'chat.yaml', text: JSON.stringify(plan) }]);
  await store.plans.adopt(ORG, 0, { text, adoptedAt: clock.now(), hash: 'provisional', by: CLAIMANT }, []);
}
