using System.Net;
using InclusionPlatform.Shared.Messaging;
using Microsoft.Extensions.FileProviders;

namespace InclusionPlatform.Api.Hosting;

/// <summary>The built web client, served beside the API from a folder whose files may be replaced while the platform runs.</summary>
internal static class ClientPages
{
    /// <summary>Seconds after which a page that was asked for during an update is worth asking for again.</summary>
    private const int SecondsToWait = 5;

    private static readonly Words Title = new("La piattaforma si sta aggiornando", "The platform is being updated");

    private static readonly Words Text = new(
        "Le pagine tornano tra qualche secondo: questa si ricarica da sola. Quello che è stato salvato resta salvato.",
        "The pages are back in a few seconds: this one reloads by itself. What was saved stays saved.");

    /// <summary>Serves the files of the built client.</summary>
    public static void UseWebClient(this WebApplication app)
    {
        if (ClientFiles(app) is not { } files)
        {
            return;
        }

        // The API's own addresses are no files: the disk is not asked for them.
        app.UseWhen(http => !http.Request.Path.StartsWithSegments("/api"), pages =>
        {
            pages.Use((http, next) => http.Request.Path.Value is "/" or "/index.html" && !IsThere(files) ? WriteUpdatingAsync(http) : AnswerWhileReplaced(http, next));
            pages.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
            pages.UseStaticFiles(new StaticFileOptions
            {
                FileProvider = files,
                OnPrepareResponse = context => context.Context.Response.Headers.CacheControl =
                    context.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache",
            });
        });
    }

    /// <summary>
    /// Addresses that nothing else knows are pages of the client; of the API they are nothing. Not a fallback endpoint: routing would take it, which accepts everything, in place of its
    /// own answers to a wrong method or a wrong type of content.
    /// </summary>
    public static void UseClientPages(this WebApplication app)
    {
        if (ClientFiles(app) is not { } files)
        {
            return;
        }

        app.Use((http, next) =>
        {
            var path = http.Request.Path;
            if (http.GetEndpoint() is not null || path.StartsWithSegments("/swagger") || Path.HasExtension(path.Value))
            {
                return next(http);
            }

            if (path.StartsWithSegments("/api"))
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }

            if (!IsThere(files))
            {
                return WriteUpdatingAsync(http);
            }

            http.Response.Headers.CacheControl = "no-cache";
            http.Response.ContentType = "text/html; charset=utf-8";
            return AnswerWhileReplaced(http, _ => http.Response.SendFileAsync(files.GetFileInfo("index.html")));
        });
    }

    /// <summary>While it is being written the page is still empty.</summary>
    private static bool IsThere(PhysicalFileProvider files) => files.GetFileInfo("index.html") is { Exists: true, Length: > 0 };

    private static PhysicalFileProvider? ClientFiles(WebApplication app)
    {
        var folder = app.Services.GetRequiredService<PlatformOptions>().WebClient is { Length: > 0 } configured ? configured : Path.Combine(AppContext.BaseDirectory, "wwwroot");
        return Directory.Exists(folder) ? new(Path.GetFullPath(folder)) : null;
    }

    /// <summary>A file that was there when it was looked for and is gone when it is read: the client is being replaced at this very moment.</summary>
    private static async Task AnswerWhileReplaced(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (IOException gone) when (gone is FileNotFoundException or DirectoryNotFoundException && http.GetEndpoint() is null && !http.Response.HasStarted)
        {
            http.Response.Clear();
            await WriteUpdatingAsync(http);
        }
    }

    /// <summary>
    /// Not the page that was served before: it would ask for scripts that are gone, and stay white. No script and no file of its own, because there are none now.
    /// </summary>
    private static Task WriteUpdatingAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.RetryAfter = $"{SecondsToWait}";
        var language = Thread.CurrentThread.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "it";
        return http.Response.WriteAsync($"""
            <!doctype html>
            <html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="{SecondsToWait}"><title>{WebUtility.HtmlEncode(Title.ToString())}</title></head>
            <body style="margin:0;padding:32px 16px;background:#ffffff;color:#17324d;font-family:Arial,Helvetica,sans-serif;font-size:18px;line-height:1.5">
            <main style="max-width:640px;margin:0 auto"><h1 style="font-size:28px">{WebUtility.HtmlEncode(Title.ToString())}</h1><p>{WebUtility.HtmlEncode(Text.ToString())}</p></main>
            </body></html>
            """);
    }
}
