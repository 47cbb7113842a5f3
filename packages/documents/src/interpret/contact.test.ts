import { describe, expect, it } from 'vitest';
import { findContact } from './contact.ts';

const empty = { name: null, address: null, postcode: null, phones: [], emails: [] };

describe('findContact', () => {
  it.each([
    [
      '如对本报告有疑问，请与云溪县水利局办公室联系（地址：云溪县城关镇青松路8号，邮编：000123，电话：0799-5550231，电子邮箱：slj@yunxi.example）。',
      {
        name: '云溪县水利局办公室',
        address: '云溪县城关镇青松路8号',
        postcode: '000123',
        phones: ['0799-5550231'],
        emails: ['slj@yunxi.example'],
      },
    ],
    [
      '联系地址:云溪县青岚镇正街1号 邮政编码:000124 联系电话:0799-5550232 传真:0799-5550233',
      { ...empty, address: '云溪县青岚镇正街1号', postcode: '000124', phones: ['0799-5550232'] },
    ],
    ['联系人：李青，电话（传真）：0799-5550234。', { ...empty, name: '李青', phones: ['0799-5550234'] }],
    [
      '请与镇党政办联系，电 话：5550235，0799—5550236。',
      { ...empty, name: '镇党政办', phones: ['5550235', '0799—5550236'] },
    ],
  ])('reads “%s”', (text, contact) => {
    expect(findContact(text)).toEqual(contact);
  });

  it.each(['本报告由镇党政办编制。', '网站地址：https://www.yunxi.example', '传真：0799-5550233'])(
    'finds none in “%s”',
    (text) => {
      expect(findContact(text)).toBeNull();
    },
  );
});
