using BarrierNode.Desktop.Cli;
using BarrierNode.Desktop.Run;

try
{
    return await CommandLine.InvokeAsync(args, RunCommand.Execute, Console.Out, Console.Error);
}
catch (Exception fault)
{
    return FaultReport.Write(fault, StateFolder.Path, Console.Error);
}
