import type { TestOffice } from './office.ts';

// What people of a story do, with all that follows from it.

export async function says(office: TestOffice, who: string, text: string): Promise<void> {
  office.person(who).says(text);
  await office.settle();
}

export async function taps(office: TestOffice, who: string, label: string): Promise<void> {
  await office.person(who).taps(label).answered();
  await office.settle();
}

/** Every occurrence of the office, as it stands in the record. */
export const factsOf = (office: TestOffice) =>
  office.bot().store.ledger.dueBetween('minzheng', 0, Number.MAX_SAFE_INTEGER);
