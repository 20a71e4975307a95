/** 张局找我谈了, 和张局谈过: a sentence that tells of a talk that took place, not of a meeting or of one to come. */
export const tellsOfTalk = (text: string): boolean =>
  !/还没|没有?谈|明天|后天|下周|准备|打算|约好/u.test(text) &&
  /谈(过|了|完|心|话)|聊(过|了)|找我谈|\b(talked|spoke|spoken|had a talk)\b/iu.test(text);
