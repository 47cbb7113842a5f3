import { describe, expect, it } from 'vitest';
import { pictureOf } from './picture.ts';

const uri = (type: string, bytes: readonly number[]): string =>
  `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;

const pngHead = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];
const frame = [0xff, 0xc0, 0, 11, 8, 0x01, 0x2c, 0x02, 0x80, 1, 1, 0x11, 0];

describe('a picture that a report carries', () => {
  it.each([
    ['PNG', uri('png', [...pngHead, 0, 0, 2, 128, 0, 0, 1, 44]), { mediaType: 'image/png', width: 640, height: 300 }],
    ['JPEG', uri('jpeg', [0xff, 0xd8, ...frame]), { mediaType: 'image/jpeg', width: 640, height: 300 }],
    [
      'JPEG with other parts before its size',
      uri('jpeg', [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc4, 0, 3, 0, ...frame]),
      { mediaType: 'image/jpeg', width: 640, height: 300 },
    ],
  ])('%s is known with its size', (_, source, picture) => {
    expect(pictureOf(source)).toMatchObject(picture);
  });

  it.each([
    ['an address elsewhere', 'https://example.com/tu.png'],
    ['no address', ''],
    ['drawings that may run', uri('svg+xml', [60, 62])],
    ['a PNG that breaks off', uri('png', pngHead)],
    ['a PNG without extent', uri('png', [...pngHead, 0, 0, 0, 0, 0, 0, 0, 0])],
    ['a JPEG that breaks off', uri('jpeg', [0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff])],
    [
      'something else by that name',
      uri(
        'png',
        Array.from({ length: 40 }, () => 7),
      ),
    ],
  ])('%s is none', (_, source) => {
    expect(pictureOf(source)).toBeNull();
  });
});
