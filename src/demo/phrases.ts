// What people say and what is answered, by category. {楼} is a building, {路} a road, {天} a number of days.

export const SAID: Readonly<Record<string, readonly string[]>> = {
  street_light: [
    '{楼}门口的路灯不亮，已经{天}天了，老人晚上出来看不清。',
    '{路}上一排路灯一闪一闪的，请派人看看。',
    '{楼}东侧那盏路灯白天亮、晚上不亮。',
    '小区北门到{楼}这段没有灯，晚上走路害怕。',
  ],
  road_damage: [
    '{路}路面有个坑，下雨积水，骑车的人摔过。',
    '{楼}前面的地砖松动，踩上去溅一身水。',
    '{路}人行道塌了一块，推轮椅过不去。',
    '小区主路坑坑洼洼，{天}天前就说要修。',
  ],
  manhole: [
    '{路}口的井盖碎了半边，很危险，先拦一下吧。',
    '{楼}旁边井盖松了，车压过去哐哐响。',
    '绿化带里少了一个井盖，孩子常在那儿玩。',
  ],
  sewer: [
    '{楼}下水道堵了，一楼返水，家里一股味。',
    '{路}边雨水井堵住，一下雨就积水。',
    '{楼}化粪管道不通，{天}天没人来。',
    '厨房下水倒灌，楼上一放水就冒出来。',
  ],
  septic_tank: [
    '{楼}后面化粪池满了往外冒，气味很大。',
    '化粪池外溢，流到{路}上了，请尽快抽。',
    '{楼}化粪池已经外溢{天}天。',
  ],
  water_leak: [
    '{楼}水管爆了，水一直往外流。',
    '{路}地下好像漏水，路面一直湿的。',
    '{楼}楼道水表旁漏水，结了一层冰，怕有人滑倒。',
  ],
  fallen_tree: [
    '昨晚大风，{楼}前一棵树倒了，压住了路。',
    '{路}有根大树枝断了挂在半空，怕掉下来砸人。',
    '一棵树歪向{楼}的窗户，看着要倒。',
  ],
  greenery: [
    '{楼}前的树挡住了二楼阳光，请修剪一下。',
    '草坪踩秃了，能不能补种。',
    '{路}的灌木长到路上来了，挡视线。',
    '树上好多虫，掉到晾的衣服上。',
  ],
  fitness_equipment: [
    '小广场的健身器材螺丝松了，摇摇晃晃。',
    '{楼}旁的漫步机断了一根杆。',
    '单杠生锈，老人手上划了口子。',
  ],
  exposed_garbage: [
    '{楼}旁边垃圾桶满了没人清，{天}天了。',
    '{路}有人偷倒建筑垃圾。',
    '垃圾房门口堆了一地，招苍蝇。',
    '装修垃圾堆在{楼}单元门口。',
  ],
  dirty_road: [
    '{路}一早全是落叶和泥，请扫一扫。',
    '工地的车把{路}弄得全是土。',
    '{楼}前地上有油污，走路打滑。',
  ],
  illegal_building: [
    '{楼}楼顶有人在搭阳光房。',
    '一楼把公共绿地围起来当院子了。',
    '{楼}车库上面加盖了一层，影响采光。',
  ],
  parking: [
    '消防通道停满了车，{楼}的车出不来。',
    '{路}有人长期占车位，放了地锁。',
    '僵尸车停在{楼}前{天}个多月没动过。',
    '电动车停在单元门口，轮椅进不去。',
  ],
  noise: [
    '{楼}楼下跳舞音响太大，孩子写不了作业。',
    '工地半夜还在打桩，睡不着。',
    '{路}烧烤店吵到凌晨一点。',
    '楼上装修中午也不停。',
  ],
  stairwell_clutter: [
    '{楼}楼道堆满纸箱，过不去人。',
    '楼道里停了好几辆旧自行车，还有一个旧沙发。',
    '邻居把鞋柜放在防火门后面。',
  ],
  fire_safety: [
    '有人从楼上拉线给电动车充电。',
    '{楼}消火栓没水，请检查。',
    '楼道灭火器过期了。',
    '{楼}有人把电动车推进电梯充电。',
  ],
  public_security: [
    '{楼}单元门坏了关不上，最近丢过东西。',
    '小区后门没有人看，外人随便进。',
    '晚上{路}有人喝酒闹事。',
  ],
  lift: [
    '{楼}电梯停了{天}天，我住九楼，腿脚不好。',
    '电梯门关不严，上下时抖得厉害。',
    '电梯把人关在里面十几分钟，请检查。',
  ],
  property_management: [
    '物业费涨了，没有公示过。',
    '门禁坏了报修{天}天没人管。',
    '物业电话总是打不通。',
    '公共收益从来没有公布过。',
  ],
  home_repair: [
    '家里跳闸，我一个人在家不敢动。',
    '厨房水龙头关不紧，想请人帮忙看看。',
    '老人家里灯管坏了，够不着。',
    '煤气灶打不着火，有点担心。',
  ],
  neighbour_dispute: [
    '楼上漏水到我家，说了几次不肯修。',
    '隔壁养了三只狗，早晚叫。',
    '邻居空调外机对着我家窗户，热风直吹。',
    '楼上晾衣服总滴水，为这个吵过好几回。',
  ],
  elderly_care: [
    '隔壁独居老人{天}天没见出门了，请去看看。',
    '母亲八十六岁，想申请助餐。',
    '父亲行动不便，能不能上门理发、量血压。',
  ],
  disability: [
    '单元门口没有坡道，轮椅上不去。',
    '想问残疾证到期怎么换，本人出不了门。',
    '盲道被电动车占了。',
  ],
  hardship: [
    '丈夫生病，家里就我一个人的工资，想申请帮助。',
    '孩子上学有困难，不知道有什么政策。',
    '失业{天}个月，低保能不能申请。',
  ],
  employment: [
    '五十岁，想找个离家近的活。',
    '想参加电工培训，什么时候有班。',
    '刚来这里住，哪里登记求职。',
  ],
  medical: [
    '慢性病药在社区医院怎么配。',
    '异地医保报销要带什么。',
    '社区卫生站周末开门吗。',
    '老年人体检什么时候安排。',
  ],
  culture_sports: [
    '活动室晚上能不能开到九点。',
    '想在社区办一个书法班。',
    '篮球场照明太暗，能不能换灯。',
  ],
  other: [
    '快递柜占了人行道。',
    '社区公告栏的字太小，老人看不清。',
    '流浪猫很多，有没有人管。',
    '共享单车堆在{路}口。',
  ],
};

export const DONE: Readonly<Record<string, readonly string[]>> = {
  street_light: ['已更换灯泡和镇流器，今晚亮灯正常。', '查明为线路老化，已换新线，请晚上再看看。'],
  road_damage: ['破损的地方已补平，恢复通行。', '塌陷和松动的地方已重新铺好。'],
  manhole: ['先设了围挡，新井盖已装好。', '井盖已换好固定，踩上去不晃。'],
  sewer: ['已疏通并清出油泥，排水正常。', '管道用高压水冲洗过，一楼不再返水。'],
  septic_tank: ['已抽运两车，地面冲洗干净。', '池已抽空，列入每季度清掏。'],
  water_leak: ['破裂的水管已换，恢复供水。', '漏点找到并修好，路面已回填。'],
  fallen_tree: ['倒伏的树已锯开运走，道路通了。', '断枝已取下，周围的树一并检查过。'],
  exposed_garbage: ['垃圾已清走，桶点每天加收一次。', '堆着的垃圾已运走，并告知了住户堆放点。'],
  lift: ['维保单位换了坏的零件，试运行正常。', '电梯已检验合格，恢复使用。'],
  home_repair: ['已上门修好，没有收费。', '志愿者上门看过，当场修好。'],
  neighbour_dispute: ['约双方坐下来谈了，签了协议。', '双方约好了怎么改，一周后再看，都签了字。'],
  parking: ['占着的地方已清出来，地面重新划线。', '已联系车主清走，并装了提示牌。'],
  noise: ['与对方商定了不出声的时间，写下来贴在门口。', '已上门要求对方停下，今晚再去听一次。'],
};
export const DONE_ANY: readonly string[] = [
  '已现场处理，请您看看。',
  '已办好，后续有问题随时联系站里。',
  '已协调解决，现场情况良好。',
  '已处理完，当天又去看过一遍。',
];
export const CANNOT: Readonly<Record<string, readonly string[]>> = {
  illegal_building: ['涉及规划调整，现行规划不允许；已把意见报给规划部门。'],
  neighbour_dispute: ['当事人不同意调解，建议走司法途径。'],
};
export const CANNOT_ANY: readonly string[] = [
  '要先由业主大会表决动用维修资金，目前办不到；已列入明年小区整治计划。',
  '今年的经费已经用完，目前办不到；已报街道列入明年计划。',
];
export const RETURNED: readonly string[] = [
  '该路段不属我单位管养范围。',
  '属物业维保责任，请转物业。',
  '缺少具体位置，无法派员。',
];
export const OVERRULED: readonly string[] = [
  '按职责清单第 12 条属你单位，请受理。',
  '位置已核实，请按时办理。',
];
export const WHISTLED: Readonly<Record<'power' | 'money', string>> = {
  power: '社区没有处置权限，请主管部门办理。',
  money: '社区经费不足，请协调资金。',
};
export const REJECTED: readonly string[] = [
  '所述内容无法核实，也没有联系方式补充。',
  '同一件事上个月已经答复过，没有新的情况。',
];
type Redirected = readonly (readonly [channel: string, words: string])[];
export const REDIRECTED: Readonly<Record<string, Redirected>> = {
  public_security: [['emergency', '正在发生的险情请直接拨打 110 或 119。']],
  fire_safety: [['emergency', '正在发生的险情请直接拨打 110 或 119。']],
  property_management: [['court', '合同纠纷请向法院起诉，可先申请法律援助。']],
  neighbour_dispute: [['court', '您说已经起诉，请等法院的结果；开庭前还可以申请调解。']],
};
export const REDIRECTED_ANY: Redirected = [
  ['petition', '您已就这件事提出信访，请到区信访接待窗口查结果。'],
];
export const ADVICE: readonly string[] = [
  '可以在站里窗口办，带身份证即可，周一至周五都行。',
  '政策已打印好放在窗口，也可以电话说给您听。',
  '每月 15 日办理，资料清单已发给您。',
];
export const DECIDED: readonly (readonly [decision: string, words: string])[] = [
  ['ADOPTED', '建议很好，下月起照办。'],
  ['PARTLY', '周末先试行两个月，再看情况。'],
  ['NOT_ADOPTED', '场地不够，今年做不了，原因已公布。'],
];
export const SUSPENDED: readonly string[] = [
  '等厂家配件到货。',
  '等汛期过后施工。',
  '等业主大会表决维修资金。',
];
export const FOUND: readonly string[] = [
  '到现场看过，确实修好了。',
  '看过，正常。',
  '问了邻居，都说好了。',
];
export const NOT_FOUND: readonly string[] = ['去看了，还是老样子。', '只处理了一半，另一侧没动。'];
/** What another body answers to a bad grade. */
export const UPHELD: readonly string[] = [
  '您说得对，拖得太久，也没有提前告诉您。已请承办单位改进。',
  '现场确实收拾得不干净，承办单位已经补做。',
];
export const NOT_UPHELD: readonly string[] = [
  '问过当天在场的邻居，办理符合约定。谢谢您告诉我们。',
  '您提到的是另一件事，已另外登记，会单独答复。',
];

/** How often each kind comes, by month: rain and heat, frost and holidays. */
export const USUAL: Readonly<Record<string, number>> = {
  street_light: 6,
  road_damage: 5,
  manhole: 2.2,
  sewer: 5.5,
  septic_tank: 2.5,
  water_leak: 3.5,
  fallen_tree: 1,
  greenery: 4,
  fitness_equipment: 1.6,
  exposed_garbage: 7,
  dirty_road: 3.2,
  illegal_building: 2.6,
  parking: 9,
  noise: 8,
  stairwell_clutter: 4.5,
  fire_safety: 2.6,
  public_security: 2.2,
  lift: 3.4,
  property_management: 7.5,
  home_repair: 3.6,
  neighbour_dispute: 3.2,
  elderly_care: 2.8,
  disability: 1,
  hardship: 1.4,
  employment: 1.6,
  medical: 2,
  culture_sports: 1.2,
  other: 3,
};
export const SEASON: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  sewer: { 6: 2, 7: 2.2, 8: 1.7 },
  septic_tank: { 6: 1.5, 7: 1.6 },
  fallen_tree: { 7: 4, 8: 5, 9: 2 },
  noise: { 5: 1.3, 6: 1.6, 7: 1.8, 8: 1.7 },
  water_leak: { 12: 2, 1: 2.6, 2: 1.8 },
  home_repair: { 12: 1.4, 1: 1.6 },
  exposed_garbage: { 7: 1.5, 8: 1.5 },
  street_light: { 11: 1.4, 12: 1.6, 1: 1.5 },
  greenery: { 4: 1.6, 5: 1.5, 6: 1.4 },
  dirty_road: { 11: 1.6, 12: 1.4 },
  medical: { 3: 1.5, 9: 1.3 },
  employment: { 2: 1.8, 3: 1.8 },
  hardship: { 1: 1.8, 12: 1.4 },
};
