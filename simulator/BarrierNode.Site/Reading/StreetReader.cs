namespace BarrierNode.Site;

/// <summary>Reads the street: the geometry that only the simulator needs, and that shows whether the loops guard the barriers.</summary>
internal sealed class StreetReader(ProblemList problems, IReadOnlyList<LaneModel> lanes)
{
    // A car shorter than this fits between two loops unseen, over the barriers.
    private const double MaxGapM = 4;
    private const double MaxLengthM = 1000;
    private const double MaxWidthM = 200;

    public StreetLayout Read(Section street)
    {
        // A wrong size must not make every place in the street look wrong too.
        double lengthM = street.Number("lengthM", 10, MaxLengthM) ?? MaxLengthM;
        double widthM = street.Number("widthM", 3, MaxWidthM) ?? MaxWidthM;
        double speedKmh = street.Number("speedKmh", 1, 130) ?? 0;
        var ways = new List<CarriagewayLayout>();
        YamlList? list = street.List("carriageways", "a list with one carriageway for each lane");
        foreach (YamlItem item in list?.Items ?? [])
        {
            if (item is not YamlMap map)
            {
                problems.Add(item.Line, $"this carriageway is {Section.Kind(item)}", "the keys of a carriageway");
            }
            else if (ReadWay(new Section(problems, map, "carriageway"), lengthM, widthM, ways) is { } way)
            {
                ways.Add(way);
            }
        }

        foreach (LaneModel lane in lanes.Where(l => list is not null && l.Id.Length > 0 && !ways.Exists(w => w.Lane == l.Id)))
        {
            problems.Add(street.LineOf("carriageways"), $"lane '{lane.Id}' has no carriageway", "one for each lane");
        }

        street.Done();
        IEnumerable<string> order = lanes.Select(l => l.Id);
        return new StreetLayout(lengthM, widthM, speedKmh, [.. ways.OrderBy(w => order.TakeWhile(id => id != w.Lane).Count())]);
    }

    private CarriagewayLayout? ReadWay(Section way, double lengthM, double streetWidthM, List<CarriagewayLayout> others)
    {
        string known = $"one of the lanes: {string.Join(", ", lanes.Select(l => l.Id).Distinct())}";
        string? id = way.Text("lane", known);
        LaneModel? lane = lanes.FirstOrDefault(l => l.Id == id);
        if (id is not null && lane is null && lanes.Count > 0)
        {
            problems.Add(way.LineOf("lane"), $"there is no lane '{id}'", known);
        }
        else if (others.Exists(w => w.Lane == id))
        {
            problems.Add(way.LineOf("lane"), $"lane '{id}' has a second carriageway", "one for each lane");
        }

        double? centreM = way.Number("centreM", 0, streetWidthM);
        double? widthM = way.Number("widthM", 2, 50);
        double? barrierAtM = way.Number("barrierAtM", 0, lengthM);
        double? stopLineM = way.Number("stopLineM", 5, lengthM);
        List<LoopLayout> loops = ReadLoops(way, lane, lengthM);
        way.Done();
        var layout = new CarriagewayLayout(id ?? "", centreM ?? 0, widthM ?? 0, barrierAtM ?? 0, stopLineM ?? 0, loops);
        if (centreM is not null && widthM is not null)
        {
            CheckAcross(way, layout, streetWidthM, others);
        }

        if (barrierAtM is not null && lane is not null && loops.Count > 0 && loops.Count == lane.Loops.Count)
        {
            // A beam sees what is at its height, so it guards nothing alone.
            IEnumerable<LoopLayout> guards = loops.Where(p => lane.Loops.First(l => l.Name == p.Name).Kind != DetectorKind.Beam);
            CheckGuard(way, layout with { Loops = [.. guards] });
        }

        if (stopLineM is not null && barrierAtM is not null && lane is not null)
        {
            CheckStopLine(way, layout);
        }

        return id is null ? null : layout;
    }

    private List<LoopLayout> ReadLoops(Section way, LaneModel? lane, double lengthM)
    {
        var loops = new List<LoopLayout>();
        Section? section = way.Sub("loops");
        foreach (YamlEntry entry in section?.Entries ?? [])
        {
            section!.Optional(entry.Key);
            string name = entry.Key;
            if (lane is { Loops.Count: > 0 } && !lane.Loops.Any(l => l.Name == name))
            {
                string names = string.Join(", ", lane.Loops.Select(l => l.Name));
                problems.Add(entry.Line, $"lane '{lane.Id}' has no loop '{name}'", $"one of {names}");
                continue;
            }

            if (entry.Value is not YamlList { Items.Count: 2 } edges)
            {
                problems.Add(entry.Line, $"the place of loop '{name}' is not two numbers", "[from, to] in metres");
                continue;
            }

            string key = $"carriageway.loops.{name}";
            double? from = Section.NumberOf(problems, edges.Items[0], key, 0, lengthM);
            double? to = Section.NumberOf(problems, edges.Items[1], key, 0, lengthM);
            if (from >= to)
            {
                string place = $"from {Section.Show(from.Value)} to {Section.Show(to.Value)}";
                problems.Add(entry.Line, $"loop '{name}' goes {place}", "from less than to");
            }
            else if (from is not null && to is not null)
            {
                loops.Add(new LoopLayout(name, from.Value, to.Value));
            }
        }

        foreach (InputModel loop in lane?.Loops ?? [])
        {
            if (section is not null && !section.Entries.Any(e => e.Key == loop.Name))
            {
                problems.Add(way.LineOf("loops"), $"loop '{loop.Name}' of lane '{lane!.Id}' has no place", $"{loop.Name}: [from, to]");
            }
        }

        return loops;
    }

    private void CheckAcross(Section way, CarriagewayLayout layout, double streetWidthM, List<CarriagewayLayout> others)
    {
        double top = layout.CentreM - (layout.WidthM / 2);
        double bottom = layout.CentreM + (layout.WidthM / 2);
        if (top < 0 || bottom > streetWidthM)
        {
            problems.Add(
                way.LineOf("centreM"),
                $"the carriageway of lane '{layout.Lane}' reaches from {Section.Show(top)} to {Section.Show(bottom)} m across",
                $"a place within the street, 0 to {Section.Show(streetWidthM)} m");
        }

        foreach (CarriagewayLayout other in others.Where(o => o.Lane != layout.Lane && o.WidthM > 0))
        {
            if (Math.Abs(other.CentreM - layout.CentreM) < (other.WidthM + layout.WidthM) / 2)
            {
                problems.Add(
                    way.LineOf("centreM"), $"the carriageways of lanes '{other.Lane}' and '{layout.Lane}' overlap", "room between them");
            }
        }
    }

    private void CheckGuard(Section way, CarriagewayLayout layout)
    {
        double x = layout.BarrierAtM;
        if (layout.Loops.Any(l => l.FromM <= x && x <= l.ToM))
        {
            return;
        }

        double before = layout.Loops.Where(l => l.ToM <= x).Select(l => l.ToM).DefaultIfEmpty(double.NaN).Max();
        double behind = layout.Loops.Where(l => l.FromM >= x).Select(l => l.FromM).DefaultIfEmpty(double.NaN).Min();
        if (double.IsNaN(before) || double.IsNaN(behind))
        {
            problems.Add(
                way.LineOf("loops"),
                $"the loops of lane '{layout.Lane}' lie on one side of its barriers at {Section.Show(x)} m",
                "a loop over the barriers, or loops on both sides");
        }
        else if (behind - before > MaxGapM)
        {
            problems.Add(
                way.LineOf("loops"),
                $"the loops of lane '{layout.Lane}' leave a gap of {Section.Show(behind - before)} m over its barriers",
                $"at most {Section.Show(MaxGapM)} m, so that no car fits into it unseen");
        }
    }

    private void CheckStopLine(Section way, CarriagewayLayout layout)
    {
        double first = layout.Loops.Select(l => l.FromM).Append(layout.BarrierAtM).Min();
        if (layout.StopLineM >= first)
        {
            problems.Add(
                way.LineOf("stopLineM"),
                $"the stop line of lane '{layout.Lane}' is at {Section.Show(layout.StopLineM)} m",
                $"less than {Section.Show(first)} m, in front of every loop and barrier");
        }
    }
}
