import { describe, expect, it } from 'vitest';
import { openHtml } from './open-html.ts';

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

describe('the report that a page carries', () => {
  const json = JSON.stringify({ nianbao: 1, text: `a < b & "c" '年报'`, long: '文字 '.repeat(50_000) });
  const page = (carrier: string) => `<html><body>${carrier}<p>一、总体情况</p></body></html>`;

  it('is found, however long, and is no part of its text', () => {
    const { carried, items } = openHtml(page(`<div hidden data-nianbao-report="${attribute(json)}"></div>`));
    expect(carried).toBe(json);
    expect(items).toMatchObject([{ text: '一、总体情况', line: 1 }]);
  });

  it('may be written with other references', () => {
    expect(openHtml(page('<div hidden data-nianbao-report="&#34;&#x5e74;&amp;quot;&#34;"></div>')).carried).toBe(
      '"年&quot;"',
    );
  });

  it('is missing where the page has none, or one that never ends', () => {
    expect(openHtml(page('')).carried).toBeNull();
    expect(openHtml('<div data-nianbao-report="{').carried).toBeNull();
  });
});
