using BarrierNode.Control;
using BarrierNode.Sim;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>The buttons, keys and sensors of a site that a hand can act on, and which of them act.</summary>
public sealed class Contacts
{
    /// <summary>How long a press lasts, in microseconds of the city.</summary>
    public const long PressUs = 500_000;

    private readonly Station _station;
    private readonly HashSet<string> _acting = [];
    private readonly List<(string Name, long UntilUs)> _presses = [];

    /// <summary>Finds them.</summary>
    /// <param name="station">The site.</param>
    public Contacts(Station station)
    {
        _station = station;
        SiteModel site = station.Site;
        List<Contact> all = [new(SiteNames.EmergencyStop, "Red emergency stop button", true)];
        if (site.ResetButton is not null)
        {
            all.Add(new(SiteNames.Reset, "Reset button in the cabinet", false));
        }

        all.AddRange(StreetContacts.Of(site).Select(
            i => new Contact(i.Name, Roles.Inputs.First(r => r.Role == i.Role).Meaning.TrimEnd('.'), !IsButton(i.Role))));
        All = all;
    }

    /// <summary>Everything that a hand can act on.</summary>
    public IReadOnlyList<Contact> All { get; }

    /// <summary>It acts: pressed, turned, wet.</summary>
    /// <param name="name">Its name.</param>
    public bool Acts(string name) => name == SiteNames.EmergencyStop ? _station.Street.EmergencyStopPressed : _acting.Contains(name);

    /// <summary>Makes it act, or rest; it stays so.</summary>
    /// <param name="name">Its name, one of <see cref="All"/>.</param>
    /// <param name="acts">It acts.</param>
    public void Set(string name, bool acts)
    {
        switch (name)
        {
            case SiteNames.EmergencyStop:
                _station.Street.EmergencyStopPressed = acts;
                return;
            case SiteNames.Reset:
                _station.Street.ResetPressed = acts;
                break;
            default:
                _station.Street.SetContact(name, acts);
                break;
        }

        if (acts)
        {
            _acting.Add(name);
        }
        else
        {
            _acting.Remove(name);
        }
    }

    /// <summary>Makes it act for a moment.</summary>
    /// <param name="name">Its name.</param>
    public void Press(string name)
    {
        Set(name, true);
        _presses.Add((name, _station.Street.NowUs + PressUs));
    }

    /// <summary>Time has passed.</summary>
    public void Step()
    {
        for (int i = _presses.Count - 1; i >= 0; i--)
        {
            if (_presses[i].UntilUs <= _station.Street.NowUs)
            {
                Set(_presses[i].Name, false);
                _presses.RemoveAt(i);
            }
        }
    }

    private static bool IsButton(InputRole role) => role is InputRole.RaiseButton or InputRole.LowerButton or InputRole.EfoButton
        or InputRole.EfoReset or InputRole.DuressButton or InputRole.CountIn or InputRole.CountOut or InputRole.FreeExit;
}

/// <summary>Something that a hand can act on.</summary>
/// <param name="Name">Its name in the site file.</param>
/// <param name="What">What it is, for people.</param>
/// <param name="Stays">It stays as it is left: a key, a latching button, a sensor. Otherwise it is pressed for a moment.</param>
public sealed record Contact(string Name, string What, bool Stays);
