import { expect, test } from 'vitest';
import { startOffice, type TestOffice, type TestOfficeOptions } from './office.ts';

/** A test that reads as a rule: an office with its plan, and what its people see. Stories of a file run side by side. */
export function story(
  name: string,
  options: TestOfficeOptions,
  tell: (office: TestOffice) => Promise<void>,
  timeout = 60_000,
): void {
  test.concurrent(name, { timeout }, async () => {
    const office = await startOffice(options);
    try {
      await tell(office);
      expect(office.errors).toEqual([]);
    } finally {
      await office.close();
    }
  });
}
