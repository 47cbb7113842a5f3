export const iconAddress = '/icon.svg';

/** The site's sign in a browser's tab: the seal of the masthead, drawn without a font. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect x="1" y="1" width="30" height="30" fill="#b3261e"/>
<rect x="3.5" y="3.5" width="25" height="25" fill="none" stroke="#fff"/>
<path d="M9 10h14M9 16h14M9 22h9" stroke="#fff" stroke-width="2.5"/>
</svg>
`;
