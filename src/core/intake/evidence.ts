const PROOF =
  '(?:会议记录|谈话记录|学习记录|活动记录|工作记录|记录本?|笔记|讲稿|台账|考勤|签到(?:表|册)?|照片|影像(?:资料)?|纪要|报告|心得(?:体会)?|体会文章|通报|清单|档案|资料|材料|教案|简报|检查表|反馈单|整改单|通知书)';
const KEPT = new RegExp(
  `(?:形成|做好|留存|建立|填写|完善|整理|撰写|附|记好|保留|规范|印发|出具|列出|上传|写好|健全)[^，。；]{0,16}${PROOF}|${PROOF}[^，。；]{0,12}(?:留存|备查|存档|归档|签字|签名|整理|齐全|完整|上传)|(?:签字|存档|归档|备查|留痕)`,
);

/** What a clause says must be kept as proof. */
export function evidenceIn(clause: string): string | undefined {
  return KEPT.test(clause) ? clause.replace(/^(?:并|同时|须|要|应)/, '') : undefined;
}
