using BarrierNode.Control;

namespace BarrierNode.Site.New;

/// <summary>Asks which buttons, keys and sensors a lane has, as far as the board has room for them.</summary>
internal sealed class RoleInterview(Dialogue dialogue, PinBook pins, PinQuestions ask)
{
    /// <summary>Holds the interview.</summary>
    /// <param name="lane">Name of the lane.</param>
    /// <param name="hasPit">True when the barriers stand in pits; otherwise they close against an edge.</param>
    /// <param name="hasRed">True when there is a red lamp.</param>
    /// <param name="hasGreen">True when there is a green lamp.</param>
    public IReadOnlyList<RoleAnswer> Hold(string lane, bool hasPit, bool hasRed, bool hasGreen)
    {
        var answers = new List<RoleAnswer>();
        Offer("Are there buttons on site to raise and to lower?", InputRole.RaiseButton, InputRole.LowerButton);
        Offer("Is there a key switch that takes the lane from the control room?", InputRole.LocalKey);
        Offer("Is there a guarded button for emergency fast operation, and a key that ends it?", InputRole.EfoButton, InputRole.EfoReset);
        Offer("Is there a key for fire brigade, ambulance and police?", InputRole.EmergencyVehicleKey);
        if (hasRed)
        {
            Offer("Does a relay watch the current of the red lamp?", InputRole.RedCurrent);
        }

        if (hasGreen)
        {
            Offer("Does a relay watch the current of the green lamp?", InputRole.GreenCurrent);
        }

        Offer(hasPit ? "Is there a water sensor in the pit?" : "Has the closing edge a safety edge?", hasPit ? InputRole.PitWater : InputRole.SafetyEdge);
        return answers;

        void Offer(string question, params InputRole[] roles)
        {
            if (!pins.HasRoom(0, roles.Length) || !dialogue.Yes(question, false))
            {
                return;
            }

            pins.Reserve(0, roles.Length);
            answers.AddRange(roles.Select(role => new RoleAnswer(role, ask.Input(Describe(Roles.Of(role)), $"{lane} {Roles.Of(role).Word}"))));
        }
    }

    private static string Describe(InputRoleInfo role) => $"{role.Word}, a {(role.NormallyClosed ? "normally closed" : "normally open")} contact";
}
