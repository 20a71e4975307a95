import { expect } from 'vitest';
import { closeOutsOf } from '../../src/core/close-out.ts';
import { says, taps } from '../support/acts.ts';
import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday
const weekly = planOf({
  duties: ['{ id: report, kind: report, title: 整改周报, who: [sun], schedule: 每周三, remind: [0s], grace: 0s }'],
}).replace('lead: zhang', 'lead: wang');

story(
  'a measure from the one who does it to 销号: evidence, the lead, the Party group; then its job is silent',
  { plan: weekly, at },
  async (office) => {
    await says(office, 'sun', '/close 1');
    office.hears('03-02 08:00 sun 要有佐证 … 请写一行');
    // A courtesy is no proof.
    await says(office, 'sun', '谢谢提醒');
    office.hears('03-02 08:00 sun 不客气');
    await says(office, 'sun', '/close 1');
    office.skip();
    await says(office, 'sun', '整改材料存在养老股2号柜');
    office.hears(
      '03-02 08:00 wang 孙伟同志申请 … 请您审核 … 佐证：整改材料存在养老股2号柜 … 措施1 … 牵头：王志强 … 待王志强同志审核',
      '03-02 08:00 sun 已提交 … 请王志强同志审核 … 佐证：整改材料存在养老股2号柜',
    );
    // Not hers to decide yet, and not his at all.
    await says(office, 'sun', '/measure 1');
    office.hears('03-02 08:00 sun 措施1 … 整改周报：尚未开始 … 待王志强同志审核');
    const card = office.person('wang').messages().at(-1)!;
    await taps(office, 'wang', '审核通过');
    // The card shows the decision and takes no second one.
    const decided = office
      .person('wang')
      .messages()
      .find(({ id }) => id === card.id)!;
    expect(decided.text).toContain('待党组研究');
    expect(decided.buttons?.flat().map(({ text }) => text)).toEqual(['办理情况', '佐证', '销号经过']);
    office.hears('03-02 08:00 wang 审核通过，提请党组研究', '03-02 08:00 li 王志强同志审核通过 … 待党组研究');
    await taps(office, 'li', '党组同意销号');
    office.hears(
      '03-02 08:00 wang 党组同意“措施m1”销号',
      '03-02 08:00 li 已记下：党组同意措施1',
      '03-02 08:00 sun 党组同意“措施m1”销号',
    );
    await office.until('2026-03-31 12:00');
    office.hears();
    await says(office, 'li', '/措施');
    office.hears('03-31 12:00 li 措施1条：已完成1、基本完成并持续整改0、未完成0');
    const entries = await office.bot().store.ledger.entries('minzheng', 0, 1000);
    expect(closeOutsOf(entries).m1).toMatchObject({ stage: 'finished', submittedBy: 'sun' });
  },
);

story(
  'kept up: the job goes on, a lapse is told to the lead, who reopens the measure',
  { plan: weekly, at },
  async (office) => {
    await says(office, 'sun', '/销号 1 台账已归档');
    await taps(office, 'wang', '审核通过');
    await taps(office, 'li', '阶段性完成，长期坚持');
    office.skip();
    await office.until('2026-03-05 10:00');
    office.hears(
      '03-04 09:00 sun 整改周报',
      '03-05 09:00 wang 反弹 … 整改周报',
      '03-05 09:00 li 逾期1项',
      '03-05 09:00 sun 已逾期',
    );
    await taps(office, 'wang', '重新整改');
    office.hears('03-05 10:00 wang 重新整改“措施m1”的原因是');
    await taps(office, 'wang', '问题反弹');
    office.hears(
      '03-05 10:00 wang 已重新开启',
      '03-05 10:00 li 王志强同志重新开启“措施m1”整改：问题反弹',
      '03-05 10:00 sun 王志强同志重新开启',
    );
    await says(office, 'li', '/measure');
    office.hears('03-05 10:00 li 未完成1');
  },
);

story('returned with a reason, and submitted again', { plan: weekly, at }, async (office) => {
  await says(office, 'sun', '/close 1 已报送');
  office.skip();
  const card = office.person('wang').messages().at(-1)!;
  await taps(office, 'wang', '退回');
  await says(office, 'wang', '照片看不清，请补');
  expect(
    office
      .person('wang')
      .messages()
      .find(({ id }) => id === card.id)?.text,
  ).toContain('退回');
  office.hears(
    '03-02 08:00 wang 退回“措施m1”的原因是',
    '03-02 08:00 wang 已退回',
    '03-02 08:00 li 王志强同志退回了',
    '03-02 08:00 sun 王志强同志退回了 … 照片看不清，请补',
  );
  await says(office, 'sun', '/close 1 照片已补，存2号柜');
  office.hears('03-02 08:00 wang 请您审核', '03-02 08:00 sun 已提交');
});

story('what is overdue is no 销号, and strangers to a measure may do nothing', { plan: weekly, at }, async (office) => {
  await office.until('2026-03-05 10:00');
  await says(office, 'sun', '/close 1 已归档');
  await taps(office, 'wang', '审核通过');
  office.skip();
  await taps(office, 'li', '党组同意销号');
  office.hears('03-05 10:00 li 还有1项逾期未办，不能销号');
  await says(office, 'zhou', '/close 1 我来销');
  office.hears('03-05 10:00 zhou 措施1 … 待党组研究');
  // Whoever works here may look, and only look.
  const [labels] = (office.person('zhou').messages().at(-1)?.buttons ?? []).map((row) => row.map(({ text }) => text));
  expect(labels).toEqual(['办理情况', '佐证', '销号经过']);
});
