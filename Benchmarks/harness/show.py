"""Prints what was measured."""

import math
import statistics

MIB = 1 << 20


def machine_line(machine: dict) -> str:
    return (
        f"{machine['processor']}, {machine['cores']} cores, {machine['system']}, "
        f"load average {machine['load']:.1f}"
    )


def district_line(result: dict) -> None:
    print(
        f"\n{result['students']:,} students: {result['bytes'] / 1e6:.1f} MB in "
        f"{result['records']:,} records"
    )


def counts(result: dict) -> None:
    """Rows and issues, theirs beside ours, with the reason of each difference."""
    print(f"\n{'rows':<26}{'theirs':>10}{'ours':>10}  why they differ")
    for line in result["rows"]:
        lines(f"{line['kind']:<26}{line['theirs']:>10,}{line['ours']:>10,}  ", line, {})
    same = "the same, row for row," if result["memberships-as-expected"] else "NOT the ones"
    print(f"{'':<48}our memberships are {same} that truth and ledger give")
    print(f"\n{'issue':<26}{'theirs':>10}{'ours':>10}  found as; why not")
    for line in result["issues"]:
        start = f"{line['issue']:<26}{line['theirs']:>10,}{line['ours']:>10,}  "
        lines(start, line, line["under"])


def lines(start: str, line: dict, under: dict) -> None:
    told = [f"{count:,} {rule}" for rule, count in under.items()]
    told += [f"{count:,}: {reason}" for reason, count in line["because"].items()]
    if line["unexplained"]:
        told.append(f"{line['unexplained']:,} UNEXPLAINED")
    for number, text in enumerate(told or [""]):
        print((start if number == 0 else " " * len(start)) + text)


def programs(result: dict) -> None:
    """A line a program: medians with their spread, speed, and how many times ours it took."""
    print(
        f"\n{'':<18}{'wall s':>22}{'cpu s':>22}{'peak MiB':>17}{'MB out':>8}{'MB/s':>7}"
        f"{'records/s':>11}{'wall x':>17}{'cpu x':>17}{'peak x':>7}"
    )
    for name, figures in result["programs"].items():
        wall = figures["wall"]["median"]
        text = f"{name:<18}{spread(figures['wall'])}{spread(figures['cpu'])}"
        text += spread(figures["peak"], MIB, 0, 17)
        text += f"{result['written'][name] / 1e6:8.1f}"
        text += f"{result['bytes'] / wall / 1e6:7.0f}{result['records'] / wall:11,.0f}"
        if ratios := result["ratios"].get(name):
            text += "".join(spread(ratios[figure], 1, 1, 17) for figure in ("wall", "cpu"))
            text += f"{ratios['peak']['median']:7.1f}"
        print(text)


def against(ratios: dict) -> None:
    """How many times as much as the earlier binary took, by rounds: median and spread."""
    told = ", ".join(f"{figure} {spread(ratios[figure], 1, 3, 0)}" for figure in ratios)
    print(f"of the earlier binary's, in each round: {told}")


def spread(figure: dict, unit: float = 1, digits: int = 2, width: int = 22) -> str:
    """`median (least..most)`."""
    median, least, most = (f"{figure[key] / unit:.{digits}f}" for key in ("median", "min", "max"))
    return f"{median} ({least}..{most})".rjust(width)


def reading(result: dict) -> None:
    """A line a way of reading the same files."""
    size, ways = result["bytes"] / 1e6, result["reading"]
    bare = ways["cat"]["cpu"]["median"]
    print(f"\n{'reading alone':<22}{'wall s':>22}{'cpu s':>22}{'MB/s wall':>12}{'MB/s cpu':>12}")
    for name in ("cat", "inspect"):
        wall, cpu = ways[name]["wall"], ways[name]["cpu"]
        print(
            f"{name:<22}{spread(wall, digits=3)}{spread(cpu, digits=3)}"
            f"{size / wall['median']:12,.0f}{size / max(cpu['median'], 1e-4):12,.0f}"
        )
    if bare > 0:
        print(f"inspect takes {ways['inspect']['cpu']['median'] / bare:.0f} times the CPU of cat")
    for form, passes in ways.get("passes", {}).items():
        size = passes["bytes"] / 1e6
        for name, taken in passes["ways"].items():
            wall, cpu = taken["wall"], taken["cpu"]
            print(
                f"{name:<22}{spread(wall, digits=3)}{spread(cpu, digits=3)}"
                f"{size / wall['median']:12,.0f}{size / cpu['median']:12,.0f}"
            )
        walk, read = passes["ways"]["JSONCursor.skipValue"], passes["ways"]["CleverReader.read"]
        told = ", ".join(
            f"{walk[figure]['median'] / read[figure]['median']:.2f} {words}"
            for figure, words in (("wall", "by the clock"), ("cpu", "by processor seconds"))
        )
        print(f"speed of CleverReader.read over that of the bare walk, {form}: {told}")


def growth(sizes: list[dict]) -> dict:
    """The exponent of CPU over input size of each program, by least squares; 1 is linear."""
    if len(sizes) < 2:
        return {}
    inputs = [math.log(size["bytes"]) for size in sizes]
    result = {}
    for name in sizes[0]["programs"]:
        costs = [math.log(size["programs"][name]["cpu"]["median"]) for size in sizes]
        result[name] = statistics.linear_regression(inputs, costs).slope
    told = ", ".join(f"{name} {slope:.2f}" for name, slope in result.items())
    print(f"\ngrowth of CPU with input size (exponent, 1 is linear): {told}")
    return result
