export { convertOffice, findLibreOffice } from './libre-office.ts';
