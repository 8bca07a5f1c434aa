namespace InclusionPlatform.Bulletin.Deliveries;

/// <summary>How far the delivery to one subscriber has come.</summary>
internal enum DeliveryState
{
    /// <summary>Not begun.</summary>
    Waiting,

    /// <summary>Being handed over right now, or its worker died while doing it.</summary>
    Sending,

    /// <summary>Taken over by the server.</summary>
    Sent,

    /// <summary>Refused for ever, or given up.</summary>
    Failed,

    /// <summary>To be tried again.</summary>
    Deferred,

    /// <summary>Perhaps taken over: a person decides.</summary>
    Uncertain,

    /// <summary>Unsubscribed before its turn.</summary>
    Skipped,
}
