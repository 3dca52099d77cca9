using BarrierNode.Control;

namespace BarrierNode.Site;

/// <summary>Reads the settings of a lane; what is not there has its default.</summary>
internal static class SettingReader
{
    /// <summary>The numbers by <see cref="LaneSetting"/>.</summary>
    public static int[] Read(Section? section)
    {
        int[] values = LaneSettings.Defaults();
        foreach (LaneSettingInfo setting in LaneSettings.All)
        {
            values[(int)setting.Setting] = section?.OptionalInt(setting.Key, setting.Min, setting.Max) ?? setting.Default;
        }

        section?.Done();
        return values;
    }
}
