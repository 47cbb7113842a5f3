import { markupText } from '../markup-text.ts';
import type { Picture } from '../picture.ts';
import { paragraph } from './paragraphs.ts';
import { namespaces } from './xml-names.ts';

/** In English Metric Units, of which a millimetre has 36,000 and a pixel on paper 9,525. */
const pixel = 9525;
const widest = 156 * 36_000;
const highest = 200 * 36_000;

/** A picture of the package, by the number that names its part and its relation. */
export interface PlacedPicture {
  readonly picture: Picture;
  readonly alt: string;
  readonly number: number;
}

export const relationOfPicture = (number: number): string => `picture${number}`;

export const pathOfPicture = ({ picture, number }: PlacedPicture): string =>
  `media/image${number}.${picture.mediaType === 'image/png' ? 'png' : 'jpeg'}`;

/** A paragraph that holds a picture, made smaller where it is larger than the page. */
export function pictureXml({ picture, alt, number }: PlacedPicture): string {
  const width = picture.width * pixel;
  const height = picture.height * pixel;
  const scale = Math.min(1, widest / width, highest / height);
  const extent = `cx="${Math.max(1, Math.round(width * scale))}" cy="${Math.max(1, Math.round(height * scale))}"`;
  const name = `id="${number}" name="图${number}" descr="${markupText(alt)}"`;
  return paragraph(
    'Picture',
    [
      `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${extent}/><wp:docPr ${name}/>`,
      '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>',
      `<a:graphic><a:graphicData uri="${namespaces.picture}"><pic:pic><pic:nvPicPr><pic:cNvPr ${name}/><pic:cNvPicPr/></pic:nvPicPr>`,
      `<pic:blipFill><a:blip r:embed="${relationOfPicture(number)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`,
      `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`,
      '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
    ].join(''),
  );
}
