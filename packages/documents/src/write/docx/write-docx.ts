import type { CarriedReport } from '../../carried/carried-report.ts';
import { documentMarks } from '../document-marks.ts';
import { documentParts, titleOf } from '../document-parts.ts';
import { markupText } from '../markup-text.ts';
import { carriedPart } from '../ooxml/carried-part.ts';
import type { PackageParts } from '../ooxml/package-file.ts';
import { packageFile } from '../ooxml/package-file.ts';
import { xmlHead } from '../ooxml/xml-head.ts';
import { bodyOf } from './body.ts';
import { edgeParts, sectionXml } from './edges.ts';
import { fontTableXml, numberingXml, settingsXml } from './fixed-parts.ts';
import { pathOfPicture, relationOfPicture } from './picture.ts';
import { stylesXml } from './styles.ts';
import { namespaces } from './xml-names.ts';

/** A part of the package to which the main part relates. */
interface RelatedPart {
  readonly id: string;
  readonly type: string;
  /** Path from the folder of the main part. */
  readonly target: string;
  /** The name of its content type in WordprocessingML, or null for a part that is told by its extension. */
  readonly contentType: string | null;
  readonly content: string | Uint8Array;
}

const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const wordPart = (name: string, content: string): RelatedPart => ({
  id: name,
  type: `${namespaces.relations}/${name}`,
  target: `${name}.xml`,
  contentType: name,
  content,
});

function relationships(relations: readonly Pick<RelatedPart, 'id' | 'type' | 'target'>[]): string {
  const rows = relations.map(({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${xmlHead}<Relationships xmlns="${namespaces.package}/relationships">${rows.join('')}</Relationships>`;
}

function contentTypes(related: readonly RelatedPart[], more: string): string {
  const override = (path: string, type: string): string => `<Override PartName="${path}" ContentType="${type}"/>`;
  return [
    `${xmlHead}<Types xmlns="${namespaces.package}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>',
    override('/word/document.xml', `${documentType}.document.main+xml`),
    ...related.flatMap(({ target, contentType }) =>
      contentType === null ? [] : [override(`/word/${target}`, `${documentType}.${contentType}+xml`)],
    ),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    override('/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'),
    more,
    '</Types>',
  ].join('');
}

function coreProperties({ report, publication, digest }: CarriedReport): string {
  const { agency } = report;
  return [
    `${xmlHead}<cp:coreProperties xmlns:cp="${namespaces.package}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">`,
    `<dc:title>${markupText(titleOf(report))}</dc:title><dc:subject>政府信息公开工作年度报告</dc:subject>`,
    agency === null ? '' : `<dc:creator>${markupText(agency)}</dc:creator>`,
    `<dc:identifier>${digest}</dc:identifier><dc:language>zh-CN</dc:language>`,
    publication === null ? '' : `<cp:version>${publication.version}</cp:version>`,
    '</cp:coreProperties>',
  ].join('');
}

const application = `${xmlHead}<Properties xmlns="${namespaces.extendedProperties}"><Application>nianbao</Application></Properties>`;

const documentOpening = [
  `${xmlHead}<w:document xmlns:w="${namespaces.word}" xmlns:r="${namespaces.relations}" xmlns:a="${namespaces.drawing}"`,
  ` xmlns:wp="${namespaces.wordDrawing}" xmlns:pic="${namespaces.picture}"><w:body>`,
].join('');

/** The package's parts by path; its content types come first, as readers expect. */
function partsOf(carried: CarriedReport): PackageParts {
  const marks = documentMarks(carried);
  const body = bodyOf(documentParts(carried.report));
  const inside = carriedPart(carried);
  const related: readonly RelatedPart[] = [
    wordPart('styles', stylesXml),
    wordPart('settings', settingsXml),
    wordPart('fontTable', fontTableXml),
    wordPart('numbering', numberingXml(body.orderedLists)),
    ...Object.entries(edgeParts(marks)).map(
      ([id, { kind, xml }]): RelatedPart => ({
        id,
        type: `${namespaces.relations}/${kind}`,
        target: `${id}.xml`,
        contentType: kind,
        content: xml,
      }),
    ),
    ...body.pictures.map(
      (placed): RelatedPart => ({
        id: relationOfPicture(placed.number),
        type: `${namespaces.relations}/image`,
        target: pathOfPicture(placed),
        contentType: null,
        content: placed.picture.bytes,
      }),
    ),
  ];
  return {
    '[Content_Types].xml': contentTypes(related, inside.contentType),
    '_rels/.rels': relationships([
      { id: 'document', type: `${namespaces.relations}/officeDocument`, target: 'word/document.xml' },
      { id: 'core', type: `${namespaces.package}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
      { id: 'app', type: `${namespaces.relations}/extended-properties`, target: 'docProps/app.xml' },
    ]),
    'docProps/core.xml': coreProperties(carried),
    'docProps/app.xml': application,
    'word/document.xml': `${documentOpening}${body.xml}${sectionXml(marks)}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships([...related, { id: 'carried', ...inside.relation }]),
    ...Object.fromEntries(related.map(({ target, content }) => [`word/${target}`, content])),
    ...inside.parts,
  };
}

/** Writes a report as a Word document in the official layout (GB/T 9704-2012), with the report itself inside. */
export async function writeDocx(carried: CarriedReport): Promise<Uint8Array> {
  return packageFile(partsOf(carried));
}
