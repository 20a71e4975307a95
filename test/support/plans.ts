/** Small plans for stories, as the YAML that an office would write. */

/** Zhang leads, Wang and Chen are his deputies, Li is the secretary; Sun and Zhou head departments under the deputies. */
export const cast = [
  '{ id: zhang, name: 张建国, post: 局长, aliases: [张局], roles: [leader], telegram: 1001, superior: null }',
  '{ id: wang, name: 王志强, post: 副局长, roles: [leader], telegram: 1002, superior: zhang }',
  '{ id: chen, name: 陈敏, post: 副局长, roles: [leader], telegram: 1003, superior: zhang }',
  '{ id: li, name: 李秀, post: 办公室主任, roles: [secretary], telegram: 1004, superior: zhang }',
  '{ id: sun, name: 孙伟, post: 养老股股长, telegram: 1005, superior: wang }',
  '{ id: zhou, name: 周洁, post: 救助股股长, telegram: 1006, superior: chen }',
];

export interface PlanParts {
  /** Duties of one measure, one flow map each; or `measures` for several measures. */
  readonly duties?: readonly string[];
  readonly measures?: Readonly<Record<string, readonly string[]>>;
  /** What stands beside id and name of the organization, as a flow map's inside. */
  readonly organization?: string;
  readonly id?: string;
  readonly people?: readonly string[];
  readonly posts?: readonly string[];
  readonly groups?: readonly string[];
}

export function planOf(parts: PlanParts): string {
  const { id = 'minzheng', organization = '', people = cast, posts = [], groups = [] } = parts;
  const measures = Object.entries(parts.measures ?? { m1: parts.duties ?? [] });
  const lines = [
    `organization: { id: ${id}, name: 某局, head: zhang${organization ? `, ${organization}` : ''} }`,
    ...list('posts', posts),
    ...list('groups', groups),
    ...list('people', people),
    'measures:',
    ...measures.flatMap(([measure, duties]) => [
      `  - id: ${measure}`,
      `    title: 措施${measure}`,
      '    lead: zhang',
      '    deadline: ongoing',
      '    duties:',
      ...duties.map((duty) => `      - ${duty}`),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function list(key: string, items: readonly string[]): readonly string[] {
  return items.length > 0 ? [`${key}:`, ...items.map((item) => `  - ${item}`)] : [];
}

/** A group of the Party with its own chat; `digest` as the plan writes it. */
export const partyGroup = (digest: string, more = '') =>
  `{ id: party, name: 局党组, telegram: -1001, digest: "${digest}"${more ? `, ${more}` : ''} }`;
