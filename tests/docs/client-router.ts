import { apiSchemas } from '@nianbao/server/rest';
import { compile } from 'json-schema-to-typescript';

type Api = ReturnType<typeof apiSchemas>;

const head = `// What the API takes and gives, printed by \`npm run docs\` from the schemas of the server. Not to be edited.
import type { TRPCBuiltRouter, TRPCMutationProcedure, TRPCQueryProcedure } from '@trpc/server';
`;

const root = `
interface ErrorShape {
  message: string;
  code: number;
  data: ErrorBody;
}

interface Root {
  ctx: object;
  meta: object;
  errorShape: ErrorShape;
  transformer: false;
}

interface Procedure<Input, Output> {
  input: Input;
  output: Output;
  meta: unknown;
  errorShape: ErrorShape;
}

type Query<Input, Output> = TRPCQueryProcedure<Procedure<Input, Output>>;
type Mutation<Input, Output> = TRPCMutationProcedure<Procedure<Input, Output>>;
`;

/** The types of all schemas, each under its name. */
async function typesOf({ schemas }: Api): Promise<string> {
  const text = JSON.stringify(schemas).replaceAll('#/components/schemas/', '#/$defs/');
  const $defs: Record<string, object> = JSON.parse(text);
  const properties = Object.fromEntries(Object.keys($defs).map((name) => [name, { $ref: `#/$defs/${name}` }]));
  const schema = { $defs, properties, required: Object.keys($defs), type: 'object' as const };
  return compile(schema, 'Schemas', {
    additionalProperties: false,
    bannerComment: '',
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 120 },
  });
}

function inputType({ input, isInputOptional }: Api['procedures'][number], takesForm: boolean): string {
  if (takesForm) return 'FormData';
  if (input === null) return 'void';
  return isInputOptional ? `${input} | void` : input;
}

/** `packages/client/src/router.ts`: the type of the router, for `createTRPCClient`. */
export async function clientRouter(): Promise<string> {
  const api = apiSchemas();
  const groups = new Map<string, string[]>();
  for (const procedure of api.procedures) {
    const [group = '', name = ''] = procedure.name.split('.');
    const kind = procedure.type === 'query' ? 'Query' : 'Mutation';
    const line = `    ${name}: ${kind}<${inputType(procedure, procedure.takesForm)}, ${procedure.output}>;`;
    groups.set(group, [...(groups.get(group) ?? []), line]);
  }
  const members = [...groups].map(([group, lines]) => `  ${group}: {\n${lines.join('\n')}\n  };`);
  const router = `/** The router of a nianbao server. */\nexport type NianbaoRouter = TRPCBuiltRouter<\n  Root,\n  {\n${members.join('\n').replaceAll(/^/gm, '  ')}\n  }\n>;\n`;
  return [head, await typesOf(api), root, router].join('\n');
}
