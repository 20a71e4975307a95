import type { Person } from '../../src/core/plan/plan.ts';

/** The same few people in all tests. Zhang leads; Wang is a deputy; Li is the secretary; Sun has not joined. */
export const zhang: Person = {
  id: 'zhang-jianguo',
  name: '张建国',
  post: '党组书记、局长',
  aliases: ['张局', '张书记'],
  roles: ['leader'],
  telegram: 1001,
  superior: null,
  standIn: null,
  language: 'zh',
  away: [],
};

export const wang: Person = {
  ...zhang,
  id: 'wang-zhiqiang',
  name: '王志强',
  post: '副局长',
  aliases: ['王局'],
  telegram: 1002,
  superior: zhang.id,
};

export const li: Person = {
  ...zhang,
  id: 'li-xiu',
  name: '李秀',
  post: '办公室主任',
  department: '办公室',
  aliases: ['李主任'],
  roles: ['secretary'],
  telegram: 1003,
  superior: zhang.id,
};

export const sun: Person = {
  id: 'sun-wei',
  name: '孙伟',
  post: '养老服务股股长',
  department: '养老服务股',
  aliases: [],
  roles: ['member'],
  superior: wang.id,
  standIn: null,
  language: 'zh',
  away: [],
};

/** The supervisor: next rung where the head or the secretary is overdue. */
export const zhao: Person = {
  ...sun,
  id: 'zhao-min',
  name: '赵敏',
  post: '派驻纪检组组长',
  department: undefined,
  roles: ['supervisor'],
  telegram: 1005,
  superior: null,
};

export const cast: readonly Person[] = [zhang, wang, li, sun, zhao];
