using System.CommandLine;
using System.Text.Json;
using BarrierNode.Sim;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Cli;

/// <summary><c>barriernode sim faults</c>: what can fail at a site, and how.</summary>
internal static class SimFaultsCommand
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    /// <summary>Makes the command.</summary>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        Argument<string> site = new("SITE") { Description = "The site file, or the name of a site that comes with the program.", CustomParser = SiteInput.Path };
        Option<bool> json = new("--json") { Description = "Write one JSON object to standard output." };
        Command command = new("faults", "Lists what can fail at a site, and how.") { site, json };
        command.SetAction(p => Execute(p.GetValue(site)!, p.GetValue(json), output, errors));
        return command;
    }

    private static int Execute(string file, bool json, TextWriter output, TextWriter errors)
    {
        if (SiteInput.Load(file, errors) is not { } site)
        {
            return CommandLine.WrongInput;
        }

        IReadOnlyList<FaultPoint> points = new City([site], new CityOptions()).Stations[0].Faults.Points;
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(new { Points = points.Select(Plain) }, s_json));
        }
        else
        {
            Write($"{site.City}/{site.Site}/{site.Node}", points, output);
        }

        return 0;
    }

    private static object Plain(FaultPoint point) => new
    {
        point.Name,
        point.What,
        Group = point.Group.Name,
        Kinds = point.Group.Forms.Select(f => new
        {
            Kind = FaultText.Word(f.Kind),
            f.Effect,
            Usual = f.Amount is { } usual ? FaultText.Amount(usual.Usual, usual.Unit) : null,
            Least = f.Amount is { } least ? FaultText.Amount(least.Least, least.Unit) : null,
            Most = f.Amount is { } most ? FaultText.Amount(most.Most, most.Unit) : null,
        }),
    };

    private static void Write(string place, IReadOnlyList<FaultPoint> points, TextWriter output)
    {
        output.WriteLine($"{points.Count} points of {place} can fail");
        int width = points.Max(p => p.Name.Length);
        foreach (IGrouping<FaultGroup, FaultPoint> group in points.GroupBy(p => p.Group))
        {
            output.WriteLine();
            output.WriteLine(group.Key.Name);
            foreach (FaultForm form in group.Key.Forms)
            {
                output.WriteLine($"  {FaultText.Word(form.Kind),-12}  {form.Effect}{Limits(form)}");
            }

            foreach (FaultPoint point in group)
            {
                output.WriteLine($"    {point.Name.PadRight(width)}  {point.What}");
            }
        }
    }

    private static string Limits(FaultForm form) => form.Amount is { } a
        ? $" [{FaultText.Amount(a.Usual, a.Unit)}; {FaultText.Amount(a.Least, a.Unit)} to {FaultText.Amount(a.Most, a.Unit)}]"
        : "";
}
