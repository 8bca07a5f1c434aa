namespace InclusionPlatform.Api.Notifications;

/// <summary>The bell: what whoever is signed in should know of.</summary>
internal static class NotificationsModule
{
    public static void MapNotifications(this IEndpointRouteBuilder api)
    {
        var notifications = api.MapGroup("/notifications").WithTags("Notifications");
        notifications.MapListNotifications();
        notifications.MapReadNotification();
        notifications.MapReadAllNotifications();
    }
}
