// Writers that take many reports into one: an entry of their own, so that who reads one file does not load them.
export { writeParquet, writeParquetFiles } from './parquet/write-parquet.ts';
export type { CampaignAbout } from './xlsx/write-campaign.ts';
export { writeCampaignWorkbook } from './xlsx/write-campaign.ts';
