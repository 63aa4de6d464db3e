/** The page's only sheet. Inks pass 4.5 : 1 on their grounds in both themes; paper is always white. */
const light = '--ground:#f5f7f6;--surface:#fff;--line:#e2e7e5;--ink:#1a2220;--soft:#55615d;--accent:#0b6e63;--fresh:#3d6db5;--risk:#c77700;--lost:#8c4a5b'
const dark = '--ground:#111617;--surface:#191f20;--line:#2c3436;--ink:#e7ecea;--soft:#a3aeab;--accent:#45b3a4;--fresh:#7ba7e6;--risk:#d98c1f;--lost:#bb7489'

export const style = `:root{${light}}
@media (prefers-color-scheme:dark){:root{${dark}}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:14px/1.6 -apple-system,BlinkMacSystemFont,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif;font-variant-numeric:tabular-nums}
main,footer{max-width:1080px;margin:0 auto;padding:24px 20px 0}
footer{padding-bottom:40px}
header{padding-bottom:8px}
p{margin:0 0 8px}
h1{font-size:22px;line-height:1.5;font-weight:600;margin:0 0 8px;text-wrap:pretty}
h2{font-size:16px;margin:0 0 8px}
.asks,.soft,figcaption{color:var(--soft)}
.soft,figcaption{font-size:12.5px;overflow-wrap:anywhere}
section{background:var(--surface);border:1px solid var(--line);border-radius:10px;padding:18px 20px;margin:0 0 16px}
figure{margin:8px 0 12px}
svg{width:100%;max-width:760px;height:auto;display:block}
.grid{stroke:var(--line)}
.tick{fill:var(--soft);font-size:12px}
.mark{fill:var(--ink);font-size:12px;font-weight:600}
.line{fill:none;stroke:var(--accent);stroke-width:2.4}
.line.dashed{stroke:var(--fresh);stroke-dasharray:6 4}
circle{stroke:var(--surface);stroke-width:2}
circle.risk{fill:var(--risk)}
circle.lost{fill:var(--lost)}
.table{overflow-x:auto;margin:4px 0 14px}
.table:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:13px}
th,td{padding:6px 10px;text-align:left;border-bottom:1px solid var(--line);white-space:nowrap;vertical-align:top}
td:last-child:not(.end){white-space:normal;min-width:160px}
th{font-weight:600}
tbody th{font-weight:500}
thead th{color:var(--soft);font-weight:500}
th.end,td.end{text-align:right}
.heat td,.heat th{padding:5px 6px;border:1px solid var(--surface)}
@media (max-width:600px){main,footer{padding-left:12px;padding-right:12px}section{padding:14px 12px}td:last-child:not(.end){white-space:nowrap}figure{overflow-x:auto}svg{min-width:520px}}
@media print{svg{min-width:0}:root{${light};--ground:#fff}body{font-size:11px}main{max-width:none;padding:0}section{border:0;padding:0 0 12px;break-inside:auto}tr,figure{break-inside:avoid}h2{break-after:avoid}.table{overflow:visible}th,td{white-space:normal;padding:3px 6px}td,th{-webkit-print-color-adjust:exact;print-color-adjust:exact}}`
