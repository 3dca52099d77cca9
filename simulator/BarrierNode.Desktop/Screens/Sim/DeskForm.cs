using System.Globalization;
using BarrierNode.Control;
using BarrierNode.Sim;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>The fields that a button of the window sends, read and checked.</summary>
/// <param name="session">What they are about.</param>
/// <param name="fields">The fields.</param>
internal sealed class DeskForm(SimSession session, IReadOnlyDictionary<string, string> fields)
{
    /// <summary>The site: number of the station.</summary>
    public Bench Bench => session.Benches[Int("site", 0, session.Benches.Count - 1)];

    /// <summary>The lane of that site.</summary>
    public LaneModel Lane
    {
        get
        {
            IReadOnlyList<LaneModel> lanes = Bench.Station.Site.Lanes;
            string id = Text("lane");
            return lanes.FirstOrDefault(l => l.Id == id) ?? throw Wrong("lane", id, string.Join(", ", lanes.Select(l => l.Id)));
        }
    }

    /// <summary>The button, key or sensor of that site.</summary>
    public Contact Contact()
    {
        string name = Text("name");
        IReadOnlyList<Contact> all = Bench.Contacts.All;
        return all.FirstOrDefault(c => c.Name == name) ?? throw Wrong("name", name, string.Join(", ", all.Select(c => c.Name)));
    }

    /// <summary>The command to that lane.</summary>
    public (LaneModel Lane, CommandOp Op, int Argument) Command()
    {
        LaneModel lane = Lane;
        string path = Text("op");
        return lane.Driven && LaneActions.Find(path) is var (op, argument)
            ? (lane, op, argument)
            : throw new DeskException($"{lane.Id} takes no command \"{path}\".");
    }

    /// <summary>A field that must be there.</summary>
    public string Text(string field) => fields.TryGetValue(field, out string? text) ? text : throw Wrong(field, "nothing", "a value");

    /// <summary>A field that may be empty or missing.</summary>
    public string? Optional(string field) => fields.TryGetValue(field, out string? text) && text.Length > 0 ? text : null;

    /// <summary>A whole number.</summary>
    public int Int(string field, int low, int high) => (int)Number(field, low, high);

    /// <summary>A number.</summary>
    public double Number(string field, double low, double high)
    {
        string text = Text(field);
        return double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out double number)
            && number >= low && number <= high
            ? number
            : throw Wrong(field, text, string.Create(CultureInfo.InvariantCulture, $"a number from {low} to {high}"));
    }

    /// <summary>Yes or no: 1 or 0.</summary>
    public bool Flag(string field) => Int(field, 0, 1) == 1;

    /// <summary>One of several words, written like the names of an enum.</summary>
    public T Word<T>(string field)
        where T : struct, Enum
    {
        string text = Text(field);
        foreach (T value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        throw Wrong(field, text, string.Join(", ", Enum.GetNames<T>()));
    }

    /// <summary>What is wrong with a field.</summary>
    public static DeskException Wrong(string field, string found, string expected) => new($"{field}: found \"{found}\", expected {expected}.");
}

/// <summary>Something that cannot be done; the message says why.</summary>
/// <param name="message">The sentence.</param>
public sealed class DeskException(string message) : Exception(message);
