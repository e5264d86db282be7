/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-sample-data.h"

/* Names but the first two are invented (示例); so are all figures and events. */
const JpSampleCluster JP_SAMPLE_CLUSTERS[] = {
  /* 0: renewed, three years of support */
  { "厦门市集美区工业机器人产业集群", "350211", "工业机器人", "集美区后溪镇、灌口镇机械工业集中区", 49100000, "集美机器人产业服务中心（示例）", 84183136, 120, 18, 7 },
  /* 1: its renewal window is open */
  { "厦门市思明区智慧城市智能系统产业集群", "350203", "智慧城市智能系统", "思明区筼筜街道、软件园二期", 51800000, "思明软件产业运营中心（示例）", 116814093, 70, 17, 4 },
  /* 2: in its second year of support */
  { "厦门市海沧区示例生物医药产业集群", "350205", "生物医药", "海沧生物医药港", 19500000, "海沧生物医药运营公司（示例）", 95932238, 220, 12, 9 },
  /* 3: vetoed for a late return and for an accident */
  { "厦门市翔安区示例智能输配电产业集群", "350213", "智能输配电", "翔安火炬产业区", 55600000, "翔安输配电运营公司（示例）", 63976468, 31, 18, 1 },
  /* 4: lapsed */
  { "厦门市同安区示例水暖厨卫产业集群", "350212", "水暖厨卫", "同安工业集中区", 20600000, "同安厨卫运营公司（示例）", 102181895, 100, 35, 2 },
  /* 5: recognised last year, first support this year */
  { "厦门市湖里区示例航空维修产业集群", "350206", "航空维修", "湖里区航空工业区", 43900000, "湖里航空维修运营公司（示例）", 136460774, 150, 17, 6 },
  /* 6: awaiting the decision on its renewal */
  { "厦门市集美区示例新材料产业集群", "350211", "新材料", "集美新城北部", 30200000, "集美新材料促进会（示例）", 72000000, 90, 14, 3 },
  /* 7: renewal not passed */
  { "厦门市海沧区示例集成电路产业集群", "350205", "集成电路", "海沧信息产业园", 12400000, "海沧集成电路服务中心（示例）", 58000000, 60, 11, 2 },
  /* 8: revoked */
  { "厦门市思明区示例数字文创产业集群", "350203", "数字文创", "思明区龙山文创园", 6800000, "思明文创运营公司（示例）", 45000000, 80, 10, 3 },
  /* 9, 10, 11: their renewal on the way */
  { "厦门市湖里区示例供应链服务产业集群", "350206", "供应链服务", "湖里区自贸片区", 15300000, "湖里供应链协会（示例）", 88000000, 110, 16, 4 },
  { "厦门市翔安区示例新型显示产业集群", "350213", "新型显示", "翔安火炬高新区", 22900000, "翔安显示产业联盟（示例）", 142000000, 115, 20, 5 },
  { "厦门市同安区示例食品加工产业集群", "350212", "食品加工", "同安轻工食品园", 17700000, "同安食品工业协会（示例）", 66000000, 105, 15, 4 },
  /* 12 to 18: before recognition */
  { "厦门市集美区示例文旅装备产业集群", "350211", "文旅装备", "集美区杏林湾", 9900000, NULL, 43000000, 130, 9, 3 },
  { "厦门市海沧区示例新能源产业集群", "350205", "新能源", "海沧南部工业区", 26000000, "海沧新能源公司（示例）", 99000000, 180, 13, 6 },
  { "厦门市湖里区示例游艇制造产业集群", "350206", "游艇制造", "湖里区五缘湾", 4300000, "湖里游艇商会（示例）", 41000000, 60, 8, 2 },
  { "厦门市思明区示例软件信息产业集群", "350203", "软件信息", "软件园二期", 5600000, "思明软件协会（示例）", 150000000, 140, 22, 7 },
  { "厦门市翔安区示例半导体材料产业集群", "350213", "半导体材料", "翔安下潭尾", 11800000, "翔安材料中心（示例）", 52000000, 160, 10, 4 },
  { "厦门市同安区示例卫浴智造产业集群", "350212", "卫浴智造", "同安祥平", 14500000, "同安卫浴协会（示例）", 47000000, 90, 9, 3 },
  { "厦门市集美区示例𬭚钢特材产业集群", "350211", "特种钢材", "集美区灌口", 7200000, "集美特材公司（示例）", 40500000, 70, 8, 2 },
};
const guint JP_SAMPLE_N_CLUSTERS = G_N_ELEMENTS (JP_SAMPLE_CLUSTERS);

#define ACT(year, day, cluster, kind) { year, day, cluster, JP_SAMPLE_ACT, JP_ACT_##kind, NULL, NULL, 0 }
#define TERM(year, day, cluster, kind, first, last) { year, day, cluster, JP_SAMPLE_ACT, JP_ACT_##kind, first, last, 0 }
#define CHECK(year, day, cluster) { year, day, cluster, JP_SAMPLE_CHECK, 0, NULL, NULL, 0 }
#define RETURN(year, day, cluster) { year, day, cluster, JP_SAMPLE_RETURN, 0, NULL, NULL, 0 }
#define ASSESS(year, day, cluster, state, manual) { year, day, cluster, JP_SAMPLE_ASSESS, JP_ASSESSMENT_##state, NULL, NULL, manual }
#define FUND(year, day, cluster, ordinal, kind, yuan) { year, day, cluster, JP_SAMPLE_FUND, (ordinal) * 100 + JP_FUND_##kind, NULL, NULL, yuan }
#define USE(year, day, cluster, ordinal, category, payee, yuan) { year, day, cluster, JP_SAMPLE_USE, ordinal, category, payee, yuan }

/* A funding year from plan to payment: publicity in early June leaves the last week of the month clear. */
#define PAID(year, cluster, ordinal, yuan) \
  FUND (year, "05-08", cluster, ordinal, PLAN, yuan), FUND (year, "05-15", cluster, ordinal, DISTRICT, 0), \
  FUND (year, "05-22", cluster, ordinal, CITY, 0), FUND (year, "06-02", cluster, ordinal, PUBLICISE, 0), \
  FUND (year, "06-26", cluster, ordinal, PAY, yuan)

/* By what they are about; the sample sorts them by day. */
const JpSampleEvent JP_SAMPLE_EVENTS[] = {
  TERM (-4, "01-10", 4, RECOGNISE, "-4:01-01", "-2:12-31"),
  TERM (-3, "01-11", 0, RECOGNISE, "-3:01-01", "-1:12-31"),
  ACT (-3, "02-01", 0, DESIGNATE),
  TERM (-3, "01-12", 6, RECOGNISE, "-3:01-01", "-1:12-31"),
  TERM (-3, "01-12", 7, RECOGNISE, "-3:01-01", "-1:12-31"),
  TERM (-3, "06-30", 9, RECOGNISE, "-3:07-01", "0:06-30"),
  TERM (-3, "06-30", 10, RECOGNISE, "-3:07-01", "0:06-30"),
  TERM (-3, "06-30", 11, RECOGNISE, "-3:07-01", "0:06-30"),
  ACT (-3, "10-17", 1, RECOGNISE),
  PAID (-2, 0, 1, 1000000),
  PAID (-2, 1, 1, 1000000),
  ACT (-2, "09-19", 2, RECOGNISE),
  ACT (-2, "09-19", 3, RECOGNISE),
  TERM (-2, "09-19", 8, RECOGNISE, "-2:09-19", "1:09-18"),
  FUND (-2, "10-10", 3, 1, PLAN, 1000000),
  FUND (-2, "10-18", 3, 1, DISTRICT, 0),
  FUND (-2, "10-25", 3, 1, CITY, 0),
  FUND (-2, "11-04", 3, 1, PUBLICISE, 0),
  FUND (-2, "11-28", 3, 1, PAY, 1000000),
  USE (-2, "09-05", 0, 1, "platform", "厦门市公共服务平台建设有限公司（示例）", 320000),
  USE (-2, "10-12", 0, 1, "training", "集美区企业培训中心（示例）", 86000),
  USE (-2, "11-20", 1, 1, "brand", "厦门品牌策划有限公司（示例）", 150000),
  RETURN (-1, "04-15", 0),
  RETURN (-1, "04-18", 1),
  RETURN (-1, "04-22", 2),
  RETURN (-1, "05-12", 3),
  RETURN (-1, "04-28", 6),
  RETURN (-1, "04-28", 7),
  RETURN (-1, "04-29", 8),
  RETURN (-1, "04-29", 9),
  RETURN (-1, "04-29", 10),
  RETURN (-1, "04-30", 11),
  ASSESS (-1, "03-18", 0, CONFIRMED, 900),
  ASSESS (-1, "03-19", 1, CONFIRMED, 800),
  ASSESS (-1, "03-20", 2, CONFIRMED, 900),
  ASSESS (-1, "03-24", 6, CONFIRMED, 700),
  ASSESS (-1, "03-25", 9, CONFIRMED, 800),
  ASSESS (-1, "03-26", 10, CONFIRMED, 900),
  ASSESS (-1, "05-20", 3, CONFIRMED, 600),
  CHECK (-1, "04-08", 0),
  ACT (-1, "04-10", 0, RENEWAL_APPLY),
  ACT (-1, "06-18", 0, RENEWAL_REVIEW),
  ACT (-1, "07-22", 0, RENEWAL_RECOMMEND),
  ACT (-1, "12-19", 0, RENEW),
  PAID (-1, 0, 2, 600000),
  PAID (-1, 2, 1, 1000000),
  { -1, "05-30", 1, JP_SAMPLE_SUPPORT, 0, "产业对接会", "思明区工信局", 0 },
  { -1, "06-12", 3, JP_SAMPLE_INCIDENT, 0, "safety", "较大", 0 },
  { -1, "08-04", 2, JP_SAMPLE_CHANGE, 0, "scope", "海沧生物医药港及生物医药孵化园", 0 },
  { -1, "07-10", 0, JP_SAMPLE_FINDING, 1, "一笔培训费用凭证不全", "已补齐签到表与发票", 0 },
  USE (-1, "08-20", 0, 2, "exchange", "厦门会展服务有限公司（示例）", 210000),
  USE (-1, "09-02", 2, 1, "monitoring", "厦门产业数据有限公司（示例）", 180000),
  USE (-1, "09-15", 2, 1, "other", "海沧区物业服务公司（示例）", 12000),
  ACT (-1, "10-30", 6, RENEWAL_APPLY),
  ACT (-1, "12-08", 6, RENEWAL_REVIEW),
  ACT (-1, "09-08", 7, RENEWAL_APPLY),
  ACT (-1, "12-10", 7, RENEWAL_FAIL),
  ACT (-1, "11-03", 8, REVOKE),
  ACT (-1, "11-05", 5, RECOGNISE),
  ACT (-1, "11-20", 9, RENEWAL_APPLY),
  ACT (-1, "11-21", 10, RENEWAL_APPLY),
  ACT (-1, "12-02", 10, RENEWAL_REVIEW),
  ACT (-1, "11-24", 11, RENEWAL_APPLY),
  ACT (-1, "12-03", 11, RENEWAL_REVIEW),
  CHECK (-1, "12-15", 11),
  ACT (-1, "12-18", 11, RENEWAL_RECOMMEND),
  ACT (-1, "03-05", 12, CULTIVATE),
  ACT (-1, "03-05", 13, CULTIVATE),
  ACT (-1, "05-06", 13, APPLY),
  ACT (-1, "05-06", 14, APPLY),
  ACT (-1, "05-16", 14, ACCEPT),
  ACT (-1, "05-06", 15, APPLY),
  ACT (-1, "05-16", 15, ACCEPT),
  ACT (-1, "06-20", 15, REVIEW),
  ACT (-1, "05-06", 16, APPLY),
  ACT (-1, "05-16", 16, ACCEPT),
  ACT (-1, "06-20", 16, REVIEW),
  ACT (-1, "07-11", 16, INSPECT),
  ACT (-1, "05-06", 17, APPLY),
  ACT (-1, "05-16", 17, ACCEPT),
  ACT (-1, "06-20", 17, REVIEW),
  ACT (-1, "07-11", 17, INSPECT),
  CHECK (-1, "08-20", 17),
  ACT (-1, "08-25", 17, RECOMMEND),
  ASSESS (0, "01-22", 0, CONFIRMED, 900),
  ASSESS (0, "01-26", 2, CONFIRMED, 800),
  ASSESS (0, "01-28", 1, CITY, 800),
  ASSESS (0, "01-29", 3, DISTRICT, 600),
  RETURN (0, "02-03", 0),
  FUND (0, "01-30", 0, 3, PLAN, 400000),
  FUND (0, "02-02", 0, 3, DISTRICT, 0),
  FUND (0, "02-04", 0, 3, CITY, 0),
  FUND (0, "02-06", 0, 3, PUBLICISE, 0),
  FUND (0, "02-02", 2, 2, PLAN, 600000),
  FUND (0, "02-04", 2, 2, DISTRICT, 0),
  FUND (0, "02-05", 5, 1, PLAN, 1000000),
  { 0, "02-05", 0, JP_SAMPLE_DUTY, 0, "回访集群内新增“小巨人”企业", NULL, 0 },
  { 0, "02-05", 2, JP_SAMPLE_FINDING, 1, "物业费用列支依据不足", NULL, 12000 },
};
const guint JP_SAMPLE_N_EVENTS = G_N_ELEMENTS (JP_SAMPLE_EVENTS);
