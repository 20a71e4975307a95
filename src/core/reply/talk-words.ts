/** 张局找我谈了, 和张局谈过: a sentence that tells of a talk that took place, not of a meeting or of one to come. */
export const tellsOfTalk = (text: string): boolean =>
  !/还没|没有?谈|明天|后天|下周|准备|打算|约好/u.test(text) &&
  /谈(过|了|完|心|话)|聊(过|了)|找我谈|\b(talked|spoke|spoken|had a talk)\b/iu.test(text);

/** Of a talk, whoever it was with, held or not. */
export const saysTalked = (text: string): boolean => /[谈聊唠]/.test(text);

/** 和陈敏谈了, 约陈敏聊聊: with somebody; 会上陈敏谈了看法 is no talk with them. */
export const saysTalkedWith = (text: string): boolean =>
  /[跟和与同找约][^,，。;；]{1,16}?[谈聊]|谈心|谈话|\btalk|\bspoke/iu.test(text);
