import type { ReplyPerson } from '../../../src/core/reply/contract.ts';

const person = (
  id: string,
  name: string,
  post: string,
  department?: string,
  aliases: readonly string[] = [],
): ReplyPerson => ({
  id,
  name,
  post,
  department,
  aliases,
  roles: /局长/.test(post) ? ['leader'] : ['member'],
});

/** A bureau where names are hard: three deputies, three 股长, two 李主任, two 刘, a 王副局长 beside a 王副股长. */
export const COUNTY: readonly ReplyPerson[] = [
  person('zhang', '张建国', '党组书记、局长', undefined, ['张局', '张书记']),
  person('liw', '李卫民', '党组成员、副局长'),
  person('wzq', '王志强', '党组成员、副局长', undefined, ['王局']),
  person('chen', '陈敏', '党组成员、副局长', undefined, ['陈局']),
  person('lix', '李秀', '办公室主任', '办公室'),
  person('lig', '李国平', '救助管理站主任'),
  person('wuli', '吴丽', '社会救助股股长', '社会救助股'),
  person('zhao', '赵磊', '养老服务股股长', '养老服务股', ['小赵']),
  person('zhou', '周明', '区划地名股股长', '区划地名股'),
  person('wangf', '王芳', '社会救助股副股长', '社会救助股'),
  person('liuy', '刘洋', '办公室科员', '办公室'),
  person('liuh', '刘晓红', '会计', '办公室'),
  person('ouy', '欧阳静', '机关党支部组织委员'),
  person('sun', '孙涛', '驻局纪检组组长'),
  person('lvbo', '吕波', '驾驶员', '办公室'),
];

/** An English-speaking hospital, with two who are called Chan. */
export const HOSPITAL: readonly ReplyPerson[] = [
  { ...person('marsh', 'Helen Marsh', 'Chief Executive', undefined, ['Helen']), roles: ['leader'] },
  { ...person('okoro', 'David Okoro', 'Medical Director', undefined, ['Dr Okoro', 'Dave']), roles: ['leader'] },
  { ...person('reyes', 'Ana Reyes', 'Director of Nursing'), roles: ['leader'] },
  { ...person('novak', 'Iris Novak', 'Quality Manager'), roles: ['secretary'] },
  person('haddad', 'Omar Haddad', 'Head Nurse of Surgery'),
  person('chan', 'Lucy Chan', 'Head Nurse of Medicine'),
  person('chan2', 'Peter Chan', 'Chief Pharmacist'),
];
