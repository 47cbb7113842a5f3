/** How a body speaks of itself, by the last word of its name. */
const kinds: readonly { readonly kind: string; readonly name: RegExp; readonly says: RegExp }[] = [
  { kind: '局', name: /局$/, says: /(?<=[，。；：、\n“]|^|由|经|使|对|向|在|为|是)(?:我|本)局(?!部|限|面|势|长|域)/g },
  { kind: '镇', name: /镇(?:人民政府)?$/, says: /(?<=[，。；：、\n“]|^|由|经|使|对|向|在|为|是)(?:我|本)镇(?!静|定)/g },
  {
    kind: '乡',
    name: /乡(?:人民政府)?$/,
    says: /(?<=[，。；：、\n“]|^|由|经|使|对|向|在|为|是)(?:我|本)乡(?!镇|村|土)/g,
  },
  { kind: '街道', name: /街道(?:办事处)?$/, says: /(?<=[，。；：、\n“]|^|由|经|使|对|向|在|为|是)(?:我|本)街道/g },
  { kind: '厅', name: /厅$/, says: /(?<=[，。；：、\n“]|^|由|经|使|对|向|在|为|是)(?:我|本)厅/g },
];

export interface SelfReference {
  readonly start: number;
  readonly end: number;
  readonly says: string;
}

/** Where a text speaks as a body of another kind than its own name says: “我镇” in the report of a bureau. */
export function foreignSelfReferences(text: string, agency: string): readonly SelfReference[] {
  const own = kinds.find(({ name }) => name.test(agency));
  if (own === undefined) return [];
  return kinds.flatMap(({ kind, says }) =>
    kind === own.kind
      ? []
      : [...text.matchAll(says)].map((match) => ({
          start: match.index,
          end: match.index + match[0].length,
          says: match[0],
        })),
  );
}
