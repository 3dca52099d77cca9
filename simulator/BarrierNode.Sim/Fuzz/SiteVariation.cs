using System.Globalization;
using System.Text.RegularExpressions;
using BarrierNode.Site;

namespace BarrierNode.Sim.Fuzz;

/// <summary>Changes numbers of a site file within what the file may say: other timings, other settings. What the checks refuse is left as it was.</summary>
internal static partial class SiteVariation
{
    // Numbers of the drives and inputs that are no settings, with what a street could have.
    private static readonly Dictionary<string, (int Min, int Max)> s_times = new()
    {
        ["deadTimeMs"] = (100, 1500),
        ["raiseMs"] = (500, 9000),
        ["lowerMs"] = (0, 9000),
        ["holdMs"] = (300, 4000),
        ["restMs"] = (300, 3000),
        ["leaveEndMs"] = (1500, 6000),
    };

    // What an episode is too short for, or what would only forbid everything.
    private static readonly string[] s_kept =
        ["detectorLengthMm", "dualLoopDistanceMm", "selfTestHours", "crowdAreaM2", "endBackupMs", "serviceAfterCycles", "heaterMaxOnMin"];

    // The values that make a difference within minutes.
    private static readonly Dictionary<string, int[]> s_choices = new()
    {
        ["reraiseAfterTransitMs"] = [0, 500, 2000, 10000],
        ["reraiseNoTransitMs"] = [0, 5000, 20000, 60000],
        ["maxRetries"] = [0, 1, 2, 5],
        ["retryDelayMs"] = [1000, 3000, 15000],
        ["maxCyclesPerHour"] = [0, 4, 10, 60],
        ["bypassMaxMin"] = [0, 2, 30],
        ["keepOpenMaxMin"] = [0, 2, 240],
        ["convoyMaxVehicles"] = [0, 2, 20],
        ["hubLossAfterMs"] = [0, 5000, 30000],
        ["powerReturnDelayMs"] = [0, 1000, 10000],
        ["emergencyVehicleOpenMs"] = [5000, 20000, 60000],
        ["serviceModeMaxMin"] = [0, 1, 480],
        ["strokeDeviationPercent"] = [0, 10, 30],
        ["unattendedWarningMs"] = [0, 2000, 8000],
        ["efoWarningMs"] = [0, 500, 3000],
    };

    /// <summary>Makes another site of one.</summary>
    public static FuzzSite Of(FuzzSite site, Random random)
    {
        FuzzSite varied = site;
        foreach (Match number in Numbers().Matches(site.Text).Reverse())
        {
            if (random.Next(4) == 0 && Other(number.Groups[1].Value, random) is { } other)
            {
                Group value = number.Groups[2];
                varied = Try(varied, value.Index, value.Length, other.ToString(CultureInfo.InvariantCulture));
            }
        }

        return AddSettings(varied, random);
    }

    private static FuzzSite AddSettings(FuzzSite site, Random random)
    {
        foreach (Match settings in FlowSettings().Matches(site.Text).Reverse())
        {
            for (int i = 0; i < 4; i++)
            {
                LaneSettingInfo setting = LaneSettings.All[random.Next(LaneSettings.All.Count)];
                if (Other(setting.Key, random) is { } value)
                {
                    site = Try(site, settings.Index + settings.Length, 0, $" {setting.Key}: {value},");
                }
            }
        }

        foreach (Match settings in BlockSettings().Matches(site.Text).Reverse())
        {
            for (int i = 0; i < 4; i++)
            {
                LaneSettingInfo setting = LaneSettings.All[random.Next(LaneSettings.All.Count)];
                if (Other(setting.Key, random) is { } value)
                {
                    site = Try(site, settings.Index + settings.Length, 0, $"      {setting.Key}: {value}\n");
                }
            }
        }

        return site;
    }

    private static int? Other(string key, Random random)
    {
        if (s_kept.Contains(key))
        {
            return null;
        }

        if (s_times.TryGetValue(key, out (int Min, int Max) time))
        {
            return time.Min + (random.Next(((time.Max - time.Min) / 100) + 1) * 100);
        }

        if (s_choices.TryGetValue(key, out int[]? choices))
        {
            return choices[random.Next(choices.Length)];
        }

        LaneSettingInfo? setting = LaneSettings.All.FirstOrDefault(s => s.Key == key);
        return setting is { Max: <= 2 } ? random.Next(setting.Min, setting.Max + 1) : null;
    }

    private static FuzzSite Try(FuzzSite site, int at, int length, string text)
    {
        FuzzSite varied = site with { Text = site.Text[..at] + text + site.Text[(at + length)..] };
        try
        {
            varied.Read();
            return varied;
        }
        catch (SiteFileException)
        {
            return site;
        }
    }

    [GeneratedRegex(@"\b([a-z][A-Za-z0-9]*): (\d+)\b")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\bsettings: \{")]
    private static partial Regex FlowSettings();

    [GeneratedRegex(@"\n    settings:\n")]
    private static partial Regex BlockSettings();
}
