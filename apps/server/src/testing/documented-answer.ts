import { Ajv2020 } from 'ajv/dist/2020.js';
import { apiSchemas } from '../rest/api-schemas.ts';

const { procedures, schemas } = apiSchemas();
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema({ $id: 'https://nianbao.test/api', components: { schemas } });

/** What of a procedure's answer, as it travels, is not as the documentation of the API says. */
export function undocumented(procedure: string, answer: unknown): readonly string[] {
  const output = procedures.find(({ name }) => name === procedure)?.output ?? 'none';
  return faultsOf(output, answer);
}

/** The same of anything that has a name in the documentation. */
export function faultsOf(name: string, value: unknown): readonly string[] {
  const validate = ajv.getSchema(`https://nianbao.test/api#/components/schemas/${name}`);
  if (validate === undefined) return [`${name} is not documented`];
  if (validate(JSON.parse(JSON.stringify(value))) === true) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
