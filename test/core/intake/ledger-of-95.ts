import type { Gold } from './gold.ts';

const HEAD = [
  '序号',
  '反馈问题',
  '整改措施',
  '责任领导',
  '责任科室',
  '责任人',
  '整改时限',
  '进展情况',
  '佐证材料',
  '是否销号',
];

const aspects = [
  '落实党的理论和路线方针政策方面',
  '落实全面从严治党责任方面',
  '落实新时代党的组织路线方面',
  '落实巡察整改要求方面',
];

const problems = [
  '党组理论学习中心组学习研讨不深',
  '第一议题学习走过场',
  '干部业务培训少',
  '意识形态阵地管理有漏洞',
  '低保动态管理不及时',
  '临时救助审批超时限',
  '特困供养人员探访不到位',
  '敬老院消防设施老化',
  '县社会福利中心床位闲置',
  '殡葬服务收费公示不规范',
  '公益性墓地管理混乱',
  '婚姻登记档案不齐全',
  '社会组织年检把关不严',
  '慈善资金使用公开不够',
  '区划地名标志破损未更换',
  '残疾人两项补贴重复发放',
  '孤儿保障政策宣传不到位',
  '养老服务补贴发放滞后',
  '“一岗双责”履行不实',
  '廉政谈话少',
  '工程项目变更手续不全',
  '政府采购验收走形式',
  '财务报账把关不严',
  '公务用车管理松散',
  '“三重一大”事项记录不全',
  '党组会与办公会混开',
  '支部组织生活不经常',
  '党课质量不高',
  '发展党员材料不规范',
  '干部轮岗交流少',
  '上轮巡察反馈问题整改不彻底',
  '整改台账更新不及时',
  '信访件办理超期',
  '督查结果运用不够',
];

const owners = [
  ['周建明', '办公室', '李秀兰'],
  ['王志强', '社会救助股', '吴晓丽'],
  ['陈敏', '养老服务股', '孙伟'],
  ['刘国栋', '社会事务股', '何燕'],
  ['赵永生', '财务股', '钱芳'],
  ['周建明', '机关党支部', '郑凯'],
] as const;

/** Wording, kinds, when (with `D` for the row's deadline). */
const measures: readonly (readonly [string, string, string])[] = [
  ['每月组织1次党组理论学习中心组集中学习，做好学习记录。', 'study', '每月'],
  ['每季度开展1次专题研讨，班子成员轮流作重点发言。', 'study', '每季度'],
  ['修订《{p}管理办法》，经党组会研究后印发执行。', 'deliverable', 'D'],
  ['对近三年相关台账进行全面排查，发现一户整改一户。', 'deliverable,inspection', 'D'],
  ['分管领导每月带队抽查不少于10户，形成抽查通报。', 'inspection', '每月'],
  ['党组书记每半年与班子成员开展廉政谈话1次。', 'talk', '每半年'],
  ['机关党支部每月第二个星期五开展主题党日活动。', 'meeting', '每月第二个周五'],
  ['建立问题整改台账，逐项明确责任人。', 'deliverable', 'D'],
  ['每月25日前向县纪委监委驻局纪检组报送工作进展。', 'report', '每月25日前'],
  ['提高政治站位，增强责任意识，坚决扛起整改责任。', '', ''],
  ['每半年专题研究1次意识形态工作，分析研判风险。', 'meeting', '每半年'],
  ['完成消防设施更换，并通过消防部门验收。', 'deliverable', 'D'],
  ['每年举办2次业务培训班，提升工作人员业务能力。', 'study', '每年2次'],
  ['定期对乡镇经办人员开展督导。', 'inspection', 'ask'],
  ['在局门户网站公开收费项目和标准。', 'deliverable', 'D'],
  ['股室负责人每周五召开股务会，小结一周工作。', 'meeting', '每周五'],
  ['追回重复发放资金，及时缴入财政专户。', 'deliverable', 'D'],
  ['每季度首月5日前更新整改台账，报局整改办汇总。', 'progress,report,deliverable', '每季度首月5日前'],
  ['支部书记每半年讲1次党课。', 'meeting', '每半年'],
  ['严格执行有关规定，杜绝类似问题再次发生。', '', ''],
  ['局办公室每季度对党组会记录检查1次。', 'minutes-check', '每季度'],
  ['班子成员每季度到联系点调研不少于1次。', 'inspection', '每季度'],
];

const deadlines = [
  '2026年6月底前',
  '立行立改，长期坚持',
  '2026年9月30日前',
  '长期坚持',
  '2026年12月底前，并长期坚持',
] as const;
const days = ['2026-06-30', 'immediate', '2026-09-30', '', '2026-12-31'] as const;

/** A county bureau's ledger: 34 problems, 95 measures, merged cells, some rows that name nobody. */
export function ledgerOf95(): {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
  readonly gold: Gold;
} {
  const rows: string[][] = [HEAD];
  const gold: { text: string; duties: { kinds: string[]; when: string; text: string }[] }[] = [];
  let used = 0;
  for (const [p, problem] of problems.entries()) {
    if (p % 9 === 0) rows.push(Array<string>(HEAD.length).fill(`${'一二三四'[p / 9]}、${aspects[p / 9]}`));
    // 34 problems and 95 measures: three each, but two for every fifth.
    const count = p % 5 === 4 || p === 33 ? 2 : 3;
    for (let k = 0; k < count && used < 95; k++, used++) {
      const [wording, kinds, when] = measures[(used * 5 + p) % measures.length]!;
      const words = wording.replace('{p}', problem.replace(/[^\u4e00-\u9fff]/g, '').slice(0, 4));
      const [lead, department, person] = owners[p % owners.length]!;
      const d = (p + k) % deadlines.length;
      rows.push([
        String(p + 1),
        problem,
        words,
        lead,
        department,
        used % 23 === 7 ? '各责任科室' : person,
        deadlines[d]!,
        '正在推进',
        '会议记录、照片',
        '否',
      ]);
      const then = when === 'D' ? (days[d] ? `once ${days[d]}` : 'ask') : when;
      gold.push({ text: words, duties: kinds ? [{ kinds: kinds.split(','), when: then, text: '' }] : [] });
    }
  }
  return {
    title: '青山县民政局党组巡察反馈问题整改台账',
    rows,
    gold: {
      kind: 'ledger',
      date: null,
      claimed: [],
      problems: problems.map((text) => ({ text })),
      measures: gold,
      uncovered: [],
    },
  };
}
