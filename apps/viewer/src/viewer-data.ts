import type { Facts, Finding, FormatId, Report } from '@nianbao/core';

/** What the public site asks for. The server answers from the database; only what was published may come through here. */
export interface ViewerData {
  /** Published reports that match, newest year first, a page at a time. */
  listPublished(query: ListQuery): Promise<PublishedList>;
  /** An agency with what it has published, or null when there is no such agency or it has published nothing. */
  getAgency(agencyId: string): Promise<PublishedAgency | null>;
  /** One published report, or null when that version (null: the latest) was never published. */
  getPublished(address: ReportAddress): Promise<PublishedReport | null>;
}

export interface ListQuery {
  /** Part of the agency's name; null for all. */
  readonly search: string | null;
  readonly year: number | null;
  /** Code of a region (GB/T 2260); reports of regions below it count as well. */
  readonly region: string | null;
  /** From 1. */
  readonly page: number;
}

export interface ReportAddress {
  readonly agencyId: string;
  readonly year: number;
  /** From 1; null for the version in force. */
  readonly version: number | null;
}

export interface Region {
  readonly code: string;
  readonly name: string;
}

export interface PublishedSummary {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly region: Region | null;
  readonly year: number;
  readonly title: string;
  /** ISO date of the version in force. */
  readonly publishedOn: string;
  readonly version: number;
}

export interface PublishedList {
  readonly items: readonly PublishedSummary[];
  /** Reports that match, on all pages. */
  readonly total: number;
  readonly pageSize: number;
  /** Every year and region that has published reports, whatever was asked for, so that a reader can choose. */
  readonly years: readonly { readonly year: number; readonly reports: number }[];
  readonly regions: readonly (Region & { readonly reports: number })[];
  /**
   * For the year asked for, or the newest: how many agencies are due to publish and how many have. `due` is null where
   * no list of them is kept.
   */
  readonly coverage: { readonly year: number; readonly published: number; readonly due: number | null } | null;
}

/** One year of an agency, in the version in force. */
export interface PublishedYear {
  readonly year: number;
  readonly title: string;
  readonly publishedOn: string;
  readonly version: number;
  /** Null for a report from before the official tables. */
  readonly format: FormatId | null;
  readonly facts: Facts;
}

export interface PublishedAgency {
  readonly id: string;
  readonly name: string;
  readonly region: Region | null;
  /** 统一社会信用代码, where known. */
  readonly creditCode: string | null;
  /** Newest first. */
  readonly years: readonly PublishedYear[];
}

export interface PublishedVersion {
  readonly version: number;
  /** ISO instant. */
  readonly publishedAt: string;
  readonly digest: string;
  /** 更正说明: what this version corrects and why; null for the first. */
  readonly note: string | null;
}

/** The organ's answer to a warning, made public with the numbers. */
export interface PublishedExplanation {
  readonly rule: string;
  readonly instance: string | null;
  readonly text: string;
}

export interface PublishedReport {
  readonly agency: { readonly id: string; readonly name: string; readonly region: Region | null };
  readonly report: Report;
  readonly version: number;
  /** Every version that was ever public, oldest first, this one among them. */
  readonly versions: readonly PublishedVersion[];
  /** Findings that stood when this version was published, and the answers to them. */
  readonly findings: readonly Finding[];
  readonly explanations: readonly PublishedExplanation[];
  /** Version of the rule set that it was checked with. */
  readonly ruleSetVersion: string;
  /** The same organ's report of the year before, in the version in force. */
  readonly prior: Report | null;
}
