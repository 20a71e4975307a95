import { provisionalOffice } from './app/drafting/provisional.ts';
import { invite } from './app/join.ts';
import type { Bot } from './bot.ts';
import { secretaryOf } from './core/ladder.ts';

/**
 * One-time links for secretaries who have not joined yet, one per organization. A bot without any keeps one for whoever
 * claims it and sends the paper.
 */
export async function claimCode(bot: Bot): Promise<readonly { readonly office: string; readonly link: string }[]> {
  if ((await bot.store.organizations()).length === 0) await provisionalOffice(bot.world);
  const claims = [];
  for (const office of await bot.offices.all()) {
    const secretary = secretaryOf(office.plan);
    if (!secretary || (await bot.store.links.chatOf(office.org, `person/${secretary}`))) continue;
    const token = await invite(bot.world, office.org, 'claim');
    const link = await bot.world.chat.inviteLink(token).catch(() => `/start ${token}`);
    claims.push({ office: office.plan.organization.name, link });
  }
  return claims;
}
