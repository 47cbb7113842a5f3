import { compact } from '../labels/normalise.ts';
import { toSimplified } from '../labels/simplified.ts';

const organEnd =
  /(?:人民政府|政府|办公室|办公厅|办事处|管理委员会|管委会|委员会|工作委员会|局|厅|委|办|署|处|所|站|院|馆|中心|大队|支队|总队|队|公司|社|联合会|协会|学校|集团|部|会|行)$/;
const place = /(?:[省市县区州盟旗乡镇]|街道|苏木|自治区|自治州|自治县|开发区|新区|高新区|示范区|管理区)$/;
const notOrgans =
  /我|本站|原创|网站|互联网|转载|管理员|admin|编辑|未知|佚名|政府网$|门户|公众号|日报|新闻|信息网|政务网|本网/i;

/** Whether a name is one that an administrative organ can have. */
export function isOrganName(name: string): boolean {
  return (
    name.length >= 2 &&
    name.length <= 40 &&
    /^[\u4e00-\u9fff（）()·、〇\dA-Za-z]+$/.test(name) &&
    !notOrgans.test(name) &&
    (organEnd.test(name) || place.test(name))
  );
}

/** Whether a name is that of an organ and not of a place alone. */
export const endsAsOrgan = (name: string): boolean => organEnd.test(name);

/**
 * The full name of the organ that a place's name stands for in a title: a township reports by its 人民政府, a 街道 by its
 * 办事处. Names of organs come back as they are, in Simplified characters and without white space.
 */
export function fullAgencyName(written: string): string {
  const name = toSimplified(compact(written)).replace(/^[:：,，、《]+|[:：,，、》]+$/g, '');
  if (/街道办$/.test(name)) return `${name}事处`;
  if (/街道$/.test(name)) return `${name}办事处`;
  if (/[乡镇县区市省州盟旗]政府$/.test(name)) return name.replace(/政府$/, '人民政府');
  return /[乡镇县区市省州盟旗]$/.test(name) && !/(?:开发区|新区|高新区|示范区|管理区|园区)$/.test(name)
    ? `${name}人民政府`
    : name;
}

const core = (name: string): string => name.replace(/(?:人民政府|街道办事处|办事处|政府)$/, '');

/** Whether two names are one organ's, one of them with the place before it that the other leaves out. */
export function sameOrgan(longer: string, shorter: string): boolean {
  return longer === shorter || (core(shorter).length >= 2 && core(longer).endsWith(core(shorter)));
}
