import { plansAt } from '../../../src/cli/plan-at.ts';
import { speakersOf } from '../../../src/core/reply/speakers.ts';

const [plan] = await plansAt('plans/sample-minzheng.yaml', 0);

/** The people of the sample plan, as `duban interpret --plan` knows them. */
export const SAMPLE_OFFICE = speakersOf(plan!);
