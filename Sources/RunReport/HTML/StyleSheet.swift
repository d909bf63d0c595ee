/// The pages' one style sheet. No fonts from elsewhere, nothing to fetch.
enum StyleSheet {
  static let text = """

    :root{color-scheme:light dark;\(Palette.light.declarations)}
    @media screen and (prefers-color-scheme:dark){:root{\(Palette.dark.declarations)}}
    \(rules)
    """

  private static let rules = """
    *,*::before,*::after{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0;background:var(--paper);color:var(--ink);
      font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;
      overflow-wrap:anywhere}
    h1,h2,h3{font-family:Charter,"Bitstream Charter","Iowan Old Style","Palatino Linotype",
      Cambria,Georgia,"Noto Serif","DejaVu Serif",serif;font-weight:600;line-height:1.25;
      text-wrap:balance;margin:0}
    p,dl,dd,ul{margin:0;padding:0}
    a{color:var(--link);text-underline-offset:.18em}
    code{font:.875em/1.5 ui-monospace,"Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
    .skip{position:absolute;left:-100vw;top:0;padding:.75rem 1rem;background:var(--surface);
      z-index:1}
    .skip:focus{left:0}
    .sprite{position:absolute;width:0;height:0;overflow:hidden}
    .page{max-width:68rem;margin:0 auto;padding:0 1.5rem}
    header .page{padding-top:2.25rem;padding-bottom:1.5rem}
    .brand{font-weight:600;letter-spacing:.01em}
    .facts{color:var(--muted);font-size:.9375rem}
    .facts ul{list-style:none;display:flex;flex-wrap:wrap;gap:0 1.5rem}
    .icon{width:1em;height:1em;fill:currentColor;flex:none;vertical-align:-.125em}
    .badge{display:inline-flex;align-items:center;gap:.4em;padding:.1em .7em .1em .5em;
      border-radius:1em;font-size:.875rem;font-weight:600;white-space:nowrap}
    .good{color:var(--good)}.warn{color:var(--warn)}.bad{color:var(--bad)}.note{color:var(--note)}
    .badge.good{background:var(--good-tint)}.badge.warn{background:var(--warn-tint)}
    .badge.bad{background:var(--bad-tint)}.badge.note{background:var(--note-tint)}
    .verdict{background:var(--surface);color:var(--ink);border:1px solid var(--line);
      border-left:.4rem solid currentColor;border-radius:.6rem;padding:1.75rem 2rem}
    .verdict.good{border-left-color:var(--good)}.verdict.warn{border-left-color:var(--warn)}
    .verdict.bad{border-left-color:var(--bad)}
    .verdict h1{font-size:clamp(1.5rem,1.1rem + 1.8vw,2.125rem);margin-top:.7rem}
    .verdict .next{margin-top:1rem;max-width:46rem}
    .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(13rem,100%),1fr));
      gap:1rem;margin-top:1rem}
    .cards div{background:var(--surface);border:1px solid var(--line);border-radius:.6rem;
      padding:1rem 1.25rem;display:flex;flex-direction:column}
    .cards dt{color:var(--muted);font-size:.9375rem}
    .cards dd{font-variant-numeric:tabular-nums}
    .cards .figure{font-size:1.75rem;line-height:1.3;font-weight:600}
    .cards .more{color:var(--muted);font-size:.875rem;line-height:1.45}
    .contents{margin-top:1.75rem;font-size:.9375rem}
    .contents ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
    .contents a{display:inline-block;padding:.2rem 0}
    main section{margin-top:3.25rem}
    main .verdict{margin-top:0}
    h2{font-size:1.5rem;margin-bottom:.4rem}
    .lead{color:var(--muted);max-width:46rem;margin-bottom:1rem}
    .scroll{overflow-x:auto;background:var(--surface);border:1px solid var(--line);
      border-radius:.6rem;margin-top:1rem}
    table{border-collapse:collapse;width:100%;font-size:.9375rem;line-height:1.45}
    .wide{min-width:44rem}
    caption{text-align:left;color:var(--muted);padding:.75rem 1rem .5rem;font-size:.875rem}
    th,td{padding:.6rem 1rem;text-align:left;vertical-align:top;
      border-top:1px solid var(--line)}
    thead th{font-size:.8125rem;font-weight:600;color:var(--muted);vertical-align:middle;
      line-height:1.3;overflow-wrap:normal}
    tbody th,tfoot th{font-weight:600;min-width:8.5rem}
    tbody th.long{min-width:14rem}
    tbody th.found{font-weight:400;min-width:16rem}
    .words{min-width:11rem}
    .where{min-width:12rem}
    .record{min-width:7rem}
    tfoot td,tfoot th{border-top:2px solid var(--edge);font-weight:600}
    .num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    .zero{color:var(--muted)}
    .small{display:block;color:var(--muted);font-size:.8125rem;font-weight:400}
    .bar{display:block;width:9rem;height:1rem;margin-top:.2rem}
    .bar .in{fill:var(--good)}.bar .same{fill:var(--note)}.bar .out{fill:var(--warn)}
    .bar .stop{fill:var(--bad)}
    .bar .track{fill:var(--line)}
    .legend{color:var(--muted);font-size:.875rem;margin-top:.6rem}
    .digest{display:inline-block;min-width:17rem;max-width:33em;word-break:break-all}
    .rule{background:var(--surface);border:1px solid var(--line);border-radius:.6rem;
      padding:1.5rem 1.75rem;margin-top:1.25rem}
    .rule h2,.rule h3{font-size:1.25rem;margin-top:.6rem}
    .why{margin-top:.5rem;max-width:46rem}
    .rule .head{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center;
      color:var(--muted);font-size:.9375rem}
    .pairs{display:grid;grid-template-columns:max-content 1fr;gap:.35rem 1.25rem;margin-top:1rem}
    .pairs dt{color:var(--muted)}
    .pairs dd{max-width:46rem}
    .rule .scroll{border-radius:.4rem}
    details{margin-top:1rem}
    summary{cursor:pointer;padding:.35rem 0;color:var(--link);font-weight:600}
    .plain{padding-left:1.2rem;max-width:46rem}
    .plain li+li{margin-top:.35rem}
    .tools{display:flex;flex-wrap:wrap;gap:.35rem .75rem;align-items:center;margin-top:1rem;
      font-size:.9375rem}
    .tools label{color:var(--muted)}
    .tools input,.tools select{font:inherit;color:var(--ink);background:var(--surface);
      border:1px solid var(--edge);border-radius:.4rem;padding:.25rem .6rem;min-height:2rem;
      max-width:100%}
    .status{color:var(--muted);font-size:.875rem}
    .status.quiet{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .sort{font:inherit;color:inherit;background:none;border:0;padding:.25rem 0;min-height:1.75rem;
      min-width:1.75rem;text-align:inherit;cursor:pointer;text-decoration:underline dotted}
    [aria-sort] .sort{color:var(--ink);text-decoration:none}
    [aria-sort=ascending] .sort::after{content:" ↑"}
    [aria-sort=descending] .sort::after{content:" ↓"}
    [hidden]{display:none}
    .fixes h1{font-size:clamp(1.5rem,1.1rem + 1.8vw,2.125rem)}
    .tick{width:1.5rem;height:1.5rem;margin:0;accent-color:var(--link)}
    footer{margin-top:4rem;border-top:1px solid var(--line);color:var(--muted);
      font-size:.875rem}
    footer .page{padding-top:1.25rem;padding-bottom:2.5rem}
    @media (max-width:40rem){
      .page{padding:0 1rem}header .page{padding-top:1.5rem}
      .verdict,.rule{padding:1.25rem}main section{margin-top:2.5rem}main .verdict{margin-top:0}
      .cards{grid-template-columns:1fr 1fr;gap:.75rem}
      .cards div{padding:.75rem .9rem}
      .pairs{grid-template-columns:1fr;gap:0}.pairs dd+dt{margin-top:.6rem}
      th,td{padding:.5rem .75rem}caption{padding:.6rem .75rem .4rem}
      .wide caption::after{content:"Scroll sideways for all columns";display:block}
    }
    @media print{
      body{background:none;font-size:10pt}
      .skip,.contents,.tools{display:none}
      .sort{text-decoration:none;padding:0;min-height:0}
      tr[hidden]{display:table-row}article[hidden]{display:block}
      .fixes .rule{padding:.75rem 0;border:0}
      .page{max-width:none;padding:0}
      .scroll{overflow:visible;border-radius:0}.wide{min-width:0}
      .verdict,.rule,.cards div,.badge{print-color-adjust:exact}
      thead{display:table-header-group}
      tr,.cards div,.verdict{break-inside:avoid}
      h2,h3,.lead,.rule .head,caption{break-after:avoid}
      .cards{grid-template-columns:repeat(4,1fr)}
      .pairs,.why{break-inside:avoid}
      details>*{display:block}
      details::details-content{content-visibility:visible;display:block;height:auto}
      summary{display:none}
      a{color:inherit;text-decoration:none}
      th,td{padding:.3rem .5rem}
      .digest{min-width:0}
    }

    """
}
