using System.CommandLine;
using BarrierNode.Desktop.Run;

namespace BarrierNode.Desktop.Cli;

/// <summary>What <c>barriernode sim</c> can do.</summary>
internal static class SimCommands
{
    public static Command Create(TextWriter output, TextWriter errors) =>
        new("sim", "Runs streets with their nodes in virtual time.")
        {
            SimBenchCommand.Create(output, errors),
            SimOpenCommand.Create(new SimWindow(output, errors).OpenAsync),
            SimSameCommand.Create(output, errors),
            SimFuzzCommand.Create(output, errors),
            SimRunCommand.Create(output, errors),
            SimTrainCommand.Create(output, errors),
            SimFaultsCommand.Create(output, errors),
        };
}
