using BarrierNode.Control;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Screens;

/// <summary>The buttons of the page: each posts to its own address and gets a sentence as its answer.</summary>
/// <param name="screen">Who acts.</param>
internal sealed class ScreenActions(IStreetScreen screen)
{
    private const int MaxOperatorLength = 32;

    /// <summary>Adds the addresses.</summary>
    /// <param name="routes">To what.</param>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/lanes/{lane}/{action}", LaneAsync);
        routes.MapPost("/street/emergency-stop/press", () => Done(() => screen.PressEmergencyStop(true), "E-stop button pressed."));
        routes.MapPost("/street/emergency-stop/release", () => Done(() => screen.PressEmergencyStop(false), "E-stop button released."));
        routes.MapPost("/street/reset", () => Done(screen.PressReset, "Reset button pressed."));
    }

    private async Task<IResult> LaneAsync(string lane, string action, HttpRequest request)
    {
        if (screen.Current.Site.Lanes.FirstOrDefault(l => l.Id == lane) is not { } model)
        {
            return Results.Text($"This site has no lane \"{lane}\".", statusCode: StatusCodes.Status404NotFound);
        }

        return action switch
        {
            "send-car" => Done(() => screen.SendCar(lane), $"A car drives towards {lane}."),
            "drive-on" => Done(() => screen.DriveOn(lane), $"The waiting car of {lane} creeps on."),
            "deploy" when !model.Driven => Done(() => screen.MoveByHand(lane, deploy: true), $"People deploy {lane}."),
            "stow" when !model.Driven => Done(() => screen.MoveByHand(lane, deploy: false), $"People stow {lane}."),
            _ => await CommandAsync(model, action, request),
        };
    }

    private async Task<IResult> CommandAsync(LaneModel lane, string action, HttpRequest request)
    {
        if (LaneActions.Find(action) is not var (op, argument))
        {
            return Results.Text($"There is no button \"{action}\".", statusCode: StatusCodes.Status404NotFound);
        }

        string operatorName = request.HasFormContentType ? (await request.ReadFormAsync())["operator"].ToString().Trim() : "";
        if (operatorName.Length is 0 or > MaxOperatorLength)
        {
            return Results.Text(
                $"Not sent: the operator's name has {operatorName.Length} characters, expected 1 to {MaxOperatorLength}.",
                statusCode: StatusCodes.Status400BadRequest);
        }

        return await screen.Command(lane.Id, op, argument, operatorName) is { } whyNot
            ? Results.Text($"Not sent: {whyNot}", statusCode: StatusCodes.Status409Conflict)
            : Results.Text($"{Words.Operation(op, lane.Kind)} sent to {lane.Id}.");
    }

    private static IResult Done(Action act, string sentence)
    {
        act();
        return Results.Text(sentence);
    }
}
